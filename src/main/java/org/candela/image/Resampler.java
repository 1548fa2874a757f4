package org.candela.image;

import java.util.Arrays;
import java.util.function.Consumer;

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
    public void draw(Frame frame, GrayscaleTable table, RasterArgb target, RowBand band) {
        drawing(frame, table, target).accept(band);
    }

    /** What draws bands of {@code target} from a frame with one sample a pixel, on several threads at once if need be. */
    // [impl->req~image.resample-stored-values~1]
    public Consumer<RowBand> drawing(Frame frame, GrayscaleTable table, RasterArgb target) {
        Axes axes = axes(frame, target, interpolation);
        return band -> {
            StoredRows rows = rows(frame, axes, table, target);
            short[] row = new short[target.width()];
            int[] colours = table.paddingAsBackground();
            for (int y = band.from(); y < band.to(); y++) {
                if (!axes.isOutside(y)) {
                    rows.resample(y, row, 0);
                }
                colour(y, axes, row, 0, colours, table.background(), target);
            }
        };
    }

    /**
     * The same, and keeps the stored values of each band in {@code kept}, which has the size of {@code target}: they stay
     * right for another table with the same padding.
     */
    public Consumer<RowBand> drawing(Frame frame, GrayscaleTable table, StoredRaster kept, RasterArgb target) {
        Axes axes = axes(frame, target, interpolation);
        int[] colours = table.paddingAsBackground();
        return band -> {
            StoredRows rows = rows(frame, axes, table, target);
            for (int y = band.from(); y < band.to(); y++) {
                int start = y * target.width();
                if (!axes.isOutside(y)) {
                    rows.resample(y, kept.patterns(), start);
                }
                colour(y, axes, kept.patterns(), start, colours, table.background(), target);
            }
        };
    }

    /** What draws bands anew from what was kept of this very frame, with this resampler and this padding. */
    public Consumer<RowBand> redrawing(Frame frame, GrayscaleTable table, StoredRaster kept, RasterArgb target) {
        Axes axes = axes(frame, target, interpolation);
        int[] colours = table.paddingAsBackground();
        return band -> {
            for (int y = band.from(); y < band.to(); y++) {
                colour(y, axes, kept.patterns(), y * target.width(), colours, table.background(), target);
            }
        };
    }

    private StoredRows rows(Frame frame, Axes axes, GrayscaleTable table, RasterArgb target) {
        return StoredRows.of(
                frame, axes, axes.isHeld() ? axes(frame, target, Interpolation.LINEAR) : axes, table.padding());
    }

    private static void colour(
            int y, Axes axes, short[] patterns, int from, int[] colours, int background, RasterArgb target) {
        int[] pixels = target.pixels();
        int start = y * target.width();
        int begin = axes.isOutside(y) ? target.width() : axes.across().begin();
        int stop = axes.isOutside(y) ? target.width() : axes.across().stop();
        Arrays.fill(pixels, start, start + begin, background);
        for (int x = begin; x < stop; x++) {
            pixels[start + x] = colours[patterns[from + x] & MASK];
        }
        Arrays.fill(pixels, start + stop, start + target.width(), background);
    }

    /** Draws rows {@code band} of {@code target} from a colour picture; {@code background} fills the outside. */
    public void draw(RasterArgb source, int background, RasterArgb target, RowBand band) {
        ColorRow row = new ColorRow(source, axes(source.width(), source.height(), target, interpolation), background);
        for (int y = band.from(); y < band.to(); y++) {
            row.draw(y, target);
        }
    }

    private Axes axes(Frame frame, RasterArgb target, Interpolation how) {
        return axes(frame.layout().columns(), frame.layout().rows(), target, how);
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
            this.from = axes.across().lowest();
            this.to = axes.across().end();
            this.red = new float[to + AxisTaps.SLACK];
            this.green = new float[to + AxisTaps.SLACK];
            this.blue = new float[to + AxisTaps.SLACK];
            this.reds = new float[axes.across().size()];
            this.greens = new float[axes.across().size()];
            this.blues = new float[axes.across().size()];
        }

        void draw(int y, RasterArgb target) {
            int start = y * target.width();
            if (axes.down().isOutside(y)) {
                Arrays.fill(target.pixels(), start, start + target.width(), background);
                return;
            }
            mixSourceRows(y);
            axes.across().mix(red, reds);
            axes.across().mix(green, greens);
            axes.across().mix(blue, blues);
            if (axes.across().isHeld()) {
                axes.across().hold(red, reds);
                axes.across().hold(green, greens);
                axes.across().hold(blue, blues);
            }
            for (int x = 0; x < target.width(); x++) {
                target.pixels()[start + x] = axes.across().isOutside(x) ? background : pixel(x);
            }
        }

        private void mixSourceRows(int y) {
            Arrays.fill(red, 0);
            Arrays.fill(green, 0);
            Arrays.fill(blue, 0);
            for (int tap = 0; tap < axes.down().count(y); tap++) {
                add((axes.down().first(y) + tap) * axes.downStep(), axes.down().weight(y, tap));
            }
            if (axes.down().isHeld() && axes.down().count(y) > 1) {
                holdDown(axes.down().inner(y) * axes.downStep());
            }
        }

        private void holdDown(int start) {
            for (int i = from; i < to; i++) {
                int one = source.pixels()[start + i * axes.acrossStep()];
                int other = source.pixels()[start + i * axes.acrossStep() + axes.downStep()];
                red[i] = AxisTaps.held(red[i], one >> 16 & BYTE, other >> 16 & BYTE);
                green[i] = AxisTaps.held(green[i], one >> 8 & BYTE, other >> 8 & BYTE);
                blue[i] = AxisTaps.held(blue[i], one & BYTE, other & BYTE);
            }
        }

        private void add(int start, float weight) {
            for (int i = from; i < to; i++) {
                int argb = source.pixels()[start + i * axes.acrossStep()];
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
