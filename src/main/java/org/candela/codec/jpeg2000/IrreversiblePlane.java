package org.candela.codec.jpeg2000;

import java.util.List;
import org.candela.codec.stream.Workers;

/** Floating point and the 9/7 filter (T.800 F.3.8.2); its scaling by K is in the steps of the sub-bands. */
final class IrreversiblePlane implements Plane {
    static final double K = 1.230174104914001;
    private static final float ALPHA = (float) -1.586134342059924;
    private static final float BETA = (float) -0.052980118572961;
    private static final float GAMMA = (float) 0.882911075530934;
    private static final float DELTA = (float) 0.443506852043971;

    private final float[][][] resolutions;

    /** With room for resolutions of these areas, lowest first. */
    IrreversiblePlane(List<Rectangle> areas) {
        resolutions = areas.stream()
                .map(area -> new float[area.height()][area.width()])
                .toArray(float[][][]::new);
    }

    float[] row(int y) {
        return resolutions[resolutions.length - 1][y];
    }

    @Override
    public void put(Rectangle place, Subband band, int[] coefficients) {
        float[][] rows = resolutions[band.resolution()];
        int width = place.width();
        int shift = band.roiShift();
        float step = band.step();
        for (int y = 0; y < place.height(); y++) {
            float[] row = rows[place.y0() + y];
            for (int x = 0, from = y * width, to = place.x0(); x < width; x++, from++, to++) {
                int value = coefficients[from];
                int magnitude = value & Integer.MAX_VALUE;
                if (shift > 0) {
                    magnitude = RegionOfInterest.unshift(magnitude, shift);
                }
                int sign = value >> 31;
                row[to] = ((magnitude ^ sign) - sign) * step;
            }
        }
    }

    @Override
    public void synthesise(int resolution, Rectangle area, Workers workers) {
        float[][] rows = resolutions[resolution];
        float[][] lower = resolutions[resolution - 1];
        WaveletGrid grid = WaveletGrid.of(area);
        workers.forEach(grid.rowGroups(), group -> {
            float[] low = new float[grid.lowColumns()];
            float[] high = new float[grid.highColumns()];
            for (int y = grid.firstRow(group); y < grid.endRow(group); y++) {
                horizontal(rows[y], y < grid.lowRows() ? lower[y] : rows[y], low, high, grid.oddX());
            }
        });
        if (grid.rows() > 1) {
            workers.forEach(
                    grid.columnGroups(), group -> vertical(rows, grid, grid.firstColumn(group), grid.endColumn(group)));
            grid.interleave(rows);
        }
    }

    private static void horizontal(float[] row, float[] lower, float[] low, float[] high, int odd) {
        System.arraycopy(lower, 0, low, 0, low.length);
        System.arraycopy(row, low.length, high, 0, high.length);
        if (low.length + high.length == 1) {
            row[0] = odd == 0 ? low[0] : high[0]; // halved by its step where it is odd
            return;
        }
        lift(low, high, odd, DELTA);
        lift(high, low, 1 - odd, GAMMA);
        lift(low, high, odd, BETA);
        lift(high, low, 1 - odd, ALPHA);
        for (int i = 0, to = odd; i < low.length; i++, to += 2) {
            row[to] = low[i];
        }
        for (int i = 0, to = 1 - odd; i < high.length; i++, to += 2) {
            row[to] = high[i];
        }
    }

    /** {@code target(i) −= factor · (source(i − 1 + offset) + source(i + offset))}, mirrored at the edges. */
    private static void lift(float[] target, float[] source, int offset, float factor) {
        int last = source.length - 1;
        int first = 1 - offset;
        int inner = Math.min(target.length, last + 1 - offset);
        if (first == 1) {
            target[0] -= factor * (source[0] + source[0]);
            for (int i = 1; i < inner; i++) {
                target[i] -= factor * (source[i - 1] + source[i]);
            }
        } else {
            for (int i = 0; i < inner; i++) {
                target[i] -= factor * (source[i] + source[i + 1]);
            }
        }
        for (int i = Math.max(inner, first); i < target.length; i++) {
            target[i] -= factor * (source[last] + source[last]);
        }
    }

    /** All four steps in one walk down, each as soon as the rows that it needs are there. */
    private static void vertical(float[][] rows, WaveletGrid grid, int from, int end) {
        int low = grid.lowRows();
        int odd = grid.oddY();
        for (int i = 0; i <= low + 2; i++) {
            lowRow(rows, grid, i, DELTA, from, end);
            highRow(rows, grid, i - 1 + odd, GAMMA, from, end);
            lowRow(rows, grid, i - 1, BETA, from, end);
            highRow(rows, grid, i - 2 + odd, ALPHA, from, end);
        }
    }

    private static void lowRow(float[][] rows, WaveletGrid grid, int i, float factor, int from, int end) {
        if (i >= 0 && i < grid.lowRows()) {
            lift(rows[i], rows[grid.highBefore(i)], rows[grid.highAfter(i)], factor, from, end);
        }
    }

    private static void highRow(float[][] rows, WaveletGrid grid, int i, float factor, int from, int end) {
        if (i >= 0 && i < grid.highRows()) {
            lift(rows[grid.lowRows() + i], rows[grid.lowBefore(i)], rows[grid.lowAfter(i)], factor, from, end);
        }
    }

    private static void lift(float[] row, float[] before, float[] after, float factor, int from, int end) {
        for (int x = from; x < end; x++) {
            row[x] -= factor * (before[x] + after[x]);
        }
    }

    @Override
    public int[] integers(int y, int[] scratch) {
        float[] row = row(y);
        for (int x = 0; x < row.length; x++) {
            scratch[x] = (int) Math.rint(row[x]);
        }
        return scratch;
    }
}
