package org.candela.image;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Draws an image into a raster at device pixels, under flips, quarter turns, zoom and pan.
 *
 * <p>Grayscale is resampled in stored values, before any table, so windowing never shows a blend of two displayed greys.
 * Magnified it is interpolated as asked, reduced it averages over the footprint of a device pixel, at 1:1 on whole pixels
 * it is exact.
 * Padding blends with nothing: a device pixel that is padding for more than half is background, otherwise it averages
 * what is left, and none is given a value that would be taken for padding.
 *
 * <p>Immutable; bands of one raster may be drawn by several threads at once.
 */
public final class Resampler {
    /** Moves unsigned values into the range of a short, so that one loop serves both signs. */
    private static final int UNSIGNED_BIAS = 0x8000;

    private static final int MASK = 0xFFFF;
    private static final float HALF = 0.5f;

    private final AffineMap canvasToImage;
    private final Interpolation interpolation;

    /** Draws under {@code canvasToImage}, {@link Interpolation#LINEAR} where it magnifies. */
    public Resampler(AffineMap canvasToImage) {
        this(canvasToImage, Interpolation.LINEAR);
    }

    /** Draws under {@code canvasToImage}, which keeps or exchanges the axes ({@link AffineMap#keepsAxes()}). */
    public Resampler(AffineMap canvasToImage, Interpolation interpolation) {
        if (!canvasToImage.keepsAxes()) {
            throw new IllegalArgumentException("only flips and quarter turns can be drawn: " + canvasToImage);
        }
        this.canvasToImage = canvasToImage;
        this.interpolation = interpolation;
    }

    /** Draws rows {@code band} of {@code target} from a frame with one sample a pixel. */
    // [impl->req~image.resample-stored-values~1]
    public void draw(Frame frame, GrayscaleTable table, RasterArgb target, RowBand band) {
        PixelLayout layout = frame.layout();
        Axes axes = axes(layout.columns(), layout.rows(), target, interpolation);
        int bias = layout.isSigned() ? 0 : UNSIGNED_BIAS;
        // Beside padding there are not four neighbours: what touches it is drawn linear.
        boolean hasFallback = axes.isHeld() && !table.padding().equals(PixelPadding.NONE);
        GrayscaleRow besidePadding = hasFallback
                ? new GrayscaleRow(
                        frame.samples(),
                        axes(layout.columns(), layout.rows(), target, Interpolation.LINEAR),
                        table,
                        bias,
                        null)
                : null;
        GrayscaleRow row = new GrayscaleRow(frame.samples(), axes, table, bias, besidePadding);
        for (int y = band.from(); y < band.to(); y++) {
            row.draw(y, target);
        }
    }

    /** Draws rows {@code band} of {@code target} from a colour picture; {@code background} fills the outside. */
    public void draw(RasterArgb source, int background, RasterArgb target, RowBand band) {
        ColorRow row = new ColorRow(source, axes(source.width(), source.height(), target, interpolation), background);
        for (int y = band.from(); y < band.to(); y++) {
            row.draw(y, target);
        }
    }

    private Axes axes(int columns, int rows, RasterArgb target, Interpolation how) {
        AffineMap map = canvasToImage;
        return map.exchangesAxes()
                ? new Axes(
                        AxisTaps.of(target.width(), map.yx(), map.dy(), rows, how),
                        AxisTaps.of(target.height(), map.xy(), map.dx(), columns, how),
                        columns,
                        1)
                : new Axes(
                        AxisTaps.of(target.width(), map.xx(), map.dx(), columns, how),
                        AxisTaps.of(target.height(), map.yy(), map.dy(), rows, how),
                        1,
                        columns);
    }

    /** Taps along the canvas axes and the distance in the source array of one step along each. */
    private record Axes(AxisTaps across, AxisTaps down, int acrossStep, int downStep) {
        boolean isHeld() {
            return across.isHeld() || down.isHeld();
        }
    }

    /** One canvas row at a time: first the source rows are mixed, then each device pixel is mixed from the result. */
    private static final class GrayscaleRow {
        private final short[] samples;
        private final Axes axes;
        private final GrayscaleTable table;
        private final int bias;
        private final boolean hasPadding;
        private final int padLow;
        private final int padHigh;
        private final int from;
        private final int to;
        private final float[] mixed;
        private final float[] shares;
        private final float[] values;
        private final float[] unpadded;
        private final boolean[] padded;
        private final @Nullable GrayscaleRow besidePadding;

        GrayscaleRow(short[] samples, Axes axes, GrayscaleTable table, int bias, @Nullable GrayscaleRow besidePadding) {
            this.besidePadding = besidePadding;
            this.samples = samples;
            this.axes = axes;
            this.table = table;
            this.bias = bias;
            this.hasPadding = table.padding().low() <= table.padding().high();
            this.padLow = table.padding().low() - bias;
            this.padHigh = table.padding().high() - bias;
            this.from = axes.across.lowest();
            this.to = axes.across.end();
            this.mixed = new float[to];
            this.shares = new float[to];
            this.values = new float[axes.across.size()];
            this.unpadded = new float[axes.across.size()];
            this.padded = new boolean[to];
        }

        void draw(int y, RasterArgb target) {
            int start = y * target.width();
            if (axes.down.isOutside(y)) {
                Arrays.fill(target.pixels(), start, start + target.width(), table.background());
                return;
            }
            if (isCopied(y)) {
                copy(y, start, target);
            } else {
                mixSourceRows(y);
                if (besidePadding != null) {
                    besidePadding.draw(y, target);
                }
                mixAcross(start, target);
            }
        }

        /** Whether each device pixel of this row is one source pixel, as all are at 1:1. */
        private boolean isCopied(int y) {
            return axes.across.isSingle() && axes.down.count(y) == 1;
        }

        private void copy(int y, int start, RasterArgb target) {
            int row = axes.down.first(y) * axes.downStep;
            int[] argb = table.argb();
            for (int x = 0; x < target.width(); x++) {
                target.pixels()[start + x] = axes.across.isOutside(x)
                        ? table.background()
                        : argb[samples[row + axes.across.first(x) * axes.acrossStep] & MASK];
            }
        }

        private void mixAcross(int start, RasterArgb target) {
            axes.across.mix(mixed, values);
            if (axes.across.isHeld()) {
                axes.across.hold(mixed, values);
            }
            if (hasPadding) {
                axes.across.mix(shares, unpadded);
            }
            int[] pixels = target.pixels();
            for (int x = 0; x < values.length; x++) {
                if (besidePadding == null || !touchesPadding(x)) {
                    pixels[start + x] = axes.across.isOutside(x) ? table.background() : pixel(x);
                }
            }
        }

        private boolean touchesPadding(int x) {
            int begin = axes.across.first(x);
            for (int i = begin; i < begin + axes.across.count(x); i++) {
                if (padded[i]) {
                    return true;
                }
            }
            return false;
        }

        private void mixSourceRows(int y) {
            Arrays.fill(mixed, 0);
            Arrays.fill(shares, 0);
            Arrays.fill(padded, false);
            for (int tap = 0; tap < axes.down.count(y); tap++) {
                int start = (axes.down.first(y) + tap) * axes.downStep;
                float weight = axes.down.weight(y, tap);
                if (hasPadding) {
                    addUnpadded(start, weight);
                } else {
                    add(start, weight);
                }
            }
            if (axes.down.isHeld() && axes.down.count(y) > 1) {
                holdDown(axes.down.inner(y) * axes.downStep);
            }
        }

        /** Beside padding this is wrong and not used. */
        private void holdDown(int start) {
            int step = axes.acrossStep;
            for (int i = from; i < to; i++) {
                int at = start + i * step;
                mixed[i] = AxisTaps.held(
                        mixed[i], (short) (samples[at] ^ bias), (short) (samples[at + axes.downStep] ^ bias));
            }
        }

        private void add(int start, float weight) {
            if (axes.acrossStep == 1) {
                addInRow(start, weight);
                return;
            }
            int step = axes.acrossStep;
            for (int i = from; i < to; i++) {
                mixed[i] += weight * (short) (samples[start + i * step] ^ bias);
            }
        }

        /** The usual case in a loop so plain that the compiler makes vectors of it. */
        private void addInRow(int start, float weight) {
            float[] sum = mixed;
            short[] row = samples;
            int flip = bias;
            for (int i = from; i < to; i++) {
                sum[i] += weight * (short) (row[start + i] ^ flip);
            }
        }

        private void addUnpadded(int start, float weight) {
            int step = axes.acrossStep;
            for (int i = from; i < to; i++) {
                int value = (short) (samples[start + i * step] ^ bias);
                boolean isPadding = value >= padLow && value <= padHigh;
                float share = isPadding ? 0 : weight;
                mixed[i] += share * value;
                shares[i] += share;
                padded[i] |= isPadding;
            }
        }

        private int pixel(int x) {
            if (!hasPadding) {
                return colour(values[x]);
            }
            return unpadded[x] < HALF ? table.background() : colour(besidePadding(values[x] / unpadded[x]));
        }

        /** A mixture of values from both sides of the padding range may fall into it: the nearest value out of it. */
        private float besidePadding(float value) {
            if (value < padLow - HALF || value >= padHigh + HALF) {
                return value;
            }
            boolean isNearerBelow = value - padLow < padHigh - value;
            boolean isBelow = padHigh == Short.MAX_VALUE || (isNearerBelow && padLow > Short.MIN_VALUE);
            return isBelow ? padLow - 1 : padHigh + 1;
        }

        private int colour(float value) {
            // Halves go up; the shift keeps the cast, which cuts towards zero, among positive numbers.
            int rounded = (int) (value + UNSIGNED_BIAS + HALF) - UNSIGNED_BIAS;
            return table.argb()[(rounded ^ bias) & MASK];
        }
    }

    /** The same for the three channels of a colour picture. */
    private static final class ColorRow {
        private static final int OPAQUE = 0xFF000000;
        private static final int BYTE = 0xFF;

        private final RasterArgb source;
        private final Axes axes;
        private final int background;
        private final int from;
        private final int to;
        private final float[] red;
        private final float[] green;
        private final float[] blue;
        private final float[] reds;
        private final float[] greens;
        private final float[] blues;

        ColorRow(RasterArgb source, Axes axes, int background) {
            this.source = source;
            this.axes = axes;
            this.background = background;
            this.from = axes.across.lowest();
            this.to = axes.across.end();
            this.red = new float[to];
            this.green = new float[to];
            this.blue = new float[to];
            this.reds = new float[axes.across.size()];
            this.greens = new float[axes.across.size()];
            this.blues = new float[axes.across.size()];
        }

        void draw(int y, RasterArgb target) {
            int start = y * target.width();
            if (axes.down.isOutside(y)) {
                Arrays.fill(target.pixels(), start, start + target.width(), background);
                return;
            }
            mixSourceRows(y);
            axes.across.mix(red, reds);
            axes.across.mix(green, greens);
            axes.across.mix(blue, blues);
            if (axes.across.isHeld()) {
                axes.across.hold(red, reds);
                axes.across.hold(green, greens);
                axes.across.hold(blue, blues);
            }
            for (int x = 0; x < target.width(); x++) {
                target.pixels()[start + x] = axes.across.isOutside(x) ? background : pixel(x);
            }
        }

        private void mixSourceRows(int y) {
            Arrays.fill(red, 0);
            Arrays.fill(green, 0);
            Arrays.fill(blue, 0);
            for (int tap = 0; tap < axes.down.count(y); tap++) {
                add((axes.down.first(y) + tap) * axes.downStep, axes.down.weight(y, tap));
            }
            if (axes.down.isHeld() && axes.down.count(y) > 1) {
                holdDown(axes.down.inner(y) * axes.downStep);
            }
        }

        private void holdDown(int start) {
            for (int i = from; i < to; i++) {
                int one = source.pixels()[start + i * axes.acrossStep];
                int other = source.pixels()[start + i * axes.acrossStep + axes.downStep];
                red[i] = AxisTaps.held(red[i], one >> 16 & BYTE, other >> 16 & BYTE);
                green[i] = AxisTaps.held(green[i], one >> 8 & BYTE, other >> 8 & BYTE);
                blue[i] = AxisTaps.held(blue[i], one & BYTE, other & BYTE);
            }
        }

        private void add(int start, float weight) {
            for (int i = from; i < to; i++) {
                int argb = source.pixels()[start + i * axes.acrossStep];
                red[i] += weight * (argb >> 16 & BYTE);
                green[i] += weight * (argb >> 8 & BYTE);
                blue[i] += weight * (argb & BYTE);
            }
        }

        private int pixel(int x) {
            return OPAQUE | (int) (reds[x] + HALF) << 16 | (int) (greens[x] + HALF) << 8 | (int) (blues[x] + HALF);
        }
    }
}
