package org.candela.image;

import java.util.Arrays;

/**
 * Draws an image into a raster at device pixels, under flips, quarter turns, zoom and pan.
 *
 * <p>Grayscale is resampled in stored values, before any table, so windowing never shows a blend of two displayed greys.
 * Magnified it is bilinear, reduced it averages over the footprint of a device pixel, at 1:1 on whole pixels it is exact.
 * Padding blends with nothing: a device pixel that is padding for more than half is background, otherwise it averages
 * what is left.
 *
 * <p>Immutable; bands of one raster may be drawn by several threads at once.
 */
public final class Resampler {
    /** Moves unsigned values into the range of a short, so that one loop serves both signs. */
    private static final int UNSIGNED_BIAS = 0x8000;

    private static final int MASK = 0xFFFF;
    private static final float HALF = 0.5f;

    private final AffineMap canvasToImage;

    /** Draws under {@code canvasToImage}, which keeps or exchanges the axes ({@link AffineMap#keepsAxes()}). */
    public Resampler(AffineMap canvasToImage) {
        if (!canvasToImage.keepsAxes()) {
            throw new IllegalArgumentException("only flips and quarter turns can be drawn: " + canvasToImage);
        }
        this.canvasToImage = canvasToImage;
    }

    /** Draws rows {@code band} of {@code target} from a frame with one sample a pixel. */
    // [impl->req~image.resample-stored-values~1]
    public void draw(Frame frame, GrayscaleTable table, RasterArgb target, RowBand band) {
        PixelLayout layout = frame.layout();
        Axes axes = axes(layout.columns(), layout.rows(), target);
        int bias = layout.isSigned() ? 0 : UNSIGNED_BIAS;
        GrayscaleRow row = new GrayscaleRow(frame.samples(), axes, table, bias);
        for (int y = band.from(); y < band.to(); y++) {
            row.draw(y, target);
        }
    }

    /** Draws rows {@code band} of {@code target} from a colour picture; {@code background} fills the outside. */
    public void draw(RasterArgb source, int background, RasterArgb target, RowBand band) {
        ColorRow row = new ColorRow(source, axes(source.width(), source.height(), target), background);
        for (int y = band.from(); y < band.to(); y++) {
            row.draw(y, target);
        }
    }

    private Axes axes(int columns, int rows, RasterArgb target) {
        AffineMap map = canvasToImage;
        return map.exchangesAxes()
                ? new Axes(
                        AxisTaps.of(target.width(), map.yx(), map.dy(), rows),
                        AxisTaps.of(target.height(), map.xy(), map.dx(), columns),
                        columns,
                        1)
                : new Axes(
                        AxisTaps.of(target.width(), map.xx(), map.dx(), columns),
                        AxisTaps.of(target.height(), map.yy(), map.dy(), rows),
                        1,
                        columns);
    }

    /** Taps along the canvas axes and the distance in the source array of one step along each. */
    private record Axes(AxisTaps across, AxisTaps down, int acrossStep, int downStep) {}

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

        GrayscaleRow(short[] samples, Axes axes, GrayscaleTable table, int bias) {
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
        }

        void draw(int y, RasterArgb target) {
            int start = y * target.width();
            if (axes.down.isOutside(y)) {
                Arrays.fill(target.pixels(), start, start + target.width(), table.background());
                return;
            }
            mixSourceRows(y);
            for (int x = 0; x < target.width(); x++) {
                target.pixels()[start + x] =
                        axes.across.isOutside(x) ? table.background() : hasPadding ? unpadded(x) : plain(x);
            }
        }

        private void mixSourceRows(int y) {
            Arrays.fill(mixed, 0);
            Arrays.fill(shares, 0);
            for (int tap = 0; tap < axes.down.count(y); tap++) {
                int start = (axes.down.first(y) + tap) * axes.downStep;
                float weight = axes.down.weight(y, tap);
                if (hasPadding) {
                    addUnpadded(start, weight);
                } else {
                    add(start, weight);
                }
            }
        }

        private void add(int start, float weight) {
            int step = axes.acrossStep;
            for (int i = from; i < to; i++) {
                mixed[i] += weight * (short) (samples[start + i * step] ^ bias);
            }
        }

        private void addUnpadded(int start, float weight) {
            int step = axes.acrossStep;
            for (int i = from; i < to; i++) {
                int value = (short) (samples[start + i * step] ^ bias);
                float share = value >= padLow && value <= padHigh ? 0 : weight;
                mixed[i] += share * value;
                shares[i] += share;
            }
        }

        private int plain(int x) {
            float value = 0;
            int first = axes.across.first(x);
            for (int tap = 0; tap < axes.across.count(x); tap++) {
                value += axes.across.weight(x, tap) * mixed[first + tap];
            }
            return colour(value);
        }

        private int unpadded(int x) {
            float value = 0;
            float share = 0;
            int first = axes.across.first(x);
            for (int tap = 0; tap < axes.across.count(x); tap++) {
                value += axes.across.weight(x, tap) * mixed[first + tap];
                share += axes.across.weight(x, tap) * shares[first + tap];
            }
            return share < HALF ? table.background() : colour(value / share);
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

        ColorRow(RasterArgb source, Axes axes, int background) {
            this.source = source;
            this.axes = axes;
            this.background = background;
        }

        void draw(int y, RasterArgb target) {
            for (int x = 0; x < target.width(); x++) {
                boolean isOutside = axes.down.isOutside(y) || axes.across.isOutside(x);
                target.pixels()[y * target.width() + x] = isOutside ? background : mix(x, y);
            }
        }

        private int mix(int x, int y) {
            float red = HALF;
            float green = HALF;
            float blue = HALF;
            for (int down = 0; down < axes.down.count(y); down++) {
                int row = (axes.down.first(y) + down) * axes.downStep;
                for (int across = 0; across < axes.across.count(x); across++) {
                    float weight = axes.down.weight(y, down) * axes.across.weight(x, across);
                    int argb = source.pixels()[row + (axes.across.first(x) + across) * axes.acrossStep];
                    red += weight * (argb >> 16 & BYTE);
                    green += weight * (argb >> 8 & BYTE);
                    blue += weight * (argb & BYTE);
                }
            }
            return OPAQUE | (int) red << 16 | (int) green << 8 | (int) blue;
        }
    }
}
