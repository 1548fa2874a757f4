package org.candela.codec.jpeg2000;

import java.util.List;
import org.candela.codec.stream.Workers;

/** Integers and the 5/3 filter (T.800 F.3.8.1). */
final class ReversiblePlane implements Plane {
    private final int[][][] resolutions;

    /** With room for resolutions of these areas, lowest first. */
    ReversiblePlane(List<Rectangle> areas) {
        resolutions =
                areas.stream().map(area -> new int[area.height()][area.width()]).toArray(int[][][]::new);
    }

    @Override
    public void put(Rectangle place, Subband band, int[] coefficients) {
        int[][] rows = resolutions[band.resolution()];
        int width = place.width();
        int shift = band.roiShift();
        for (int y = 0; y < place.height(); y++) {
            int[] row = rows[place.y0() + y];
            for (int x = 0, from = y * width, to = place.x0(); x < width; x++, from++, to++) {
                int value = coefficients[from];
                int magnitude = value & Integer.MAX_VALUE;
                if (shift > 0) {
                    magnitude = RegionOfInterest.unshift(magnitude, shift);
                }
                magnitude >>= 1;
                int sign = value >> 31;
                row[to] = (magnitude ^ sign) - sign;
            }
        }
    }

    @Override
    public void synthesise(int resolution, Rectangle area, Workers workers) {
        int[][] rows = resolutions[resolution];
        int[][] lower = resolutions[resolution - 1];
        WaveletGrid grid = WaveletGrid.of(area);
        workers.forEach(grid.rowGroups(), group -> {
            int[] low = new int[grid.lowColumns()];
            int[] high = new int[grid.highColumns()];
            for (int y = grid.firstRow(group); y < grid.endRow(group); y++) {
                horizontal(rows[y], y < grid.lowRows() ? lower[y] : rows[y], low, high, grid.oddX());
            }
        });
        workers.forEach(
                grid.columnGroups(), group -> vertical(rows, grid, grid.firstColumn(group), grid.endColumn(group)));
        grid.interleave(rows);
    }

    private static void horizontal(int[] row, int[] lower, int[] low, int[] high, int odd) {
        System.arraycopy(lower, 0, low, 0, low.length);
        System.arraycopy(row, low.length, high, 0, high.length);
        if (low.length + high.length == 1) {
            row[0] = odd == 0 ? low[0] : high[0] >> 1; // F.3.6: a single odd sample is halved
            return;
        }
        int first = odd == 0 ? 1 : 0;
        liftLow(low, high, first, odd);
        liftHigh(high, low, odd);
        for (int i = 0, to = odd; i < low.length; i++, to += 2) {
            row[to] = low[i];
        }
        for (int i = 0, to = 1 - odd; i < high.length; i++, to += 2) {
            row[to] = high[i];
        }
    }

    /** F-5: X(2n) = Y(2n) − ⌊(Y(2n − 1) + Y(2n + 1) + 2) ÷ 4⌋. */
    private static void liftLow(int[] low, int[] high, int first, int odd) {
        int last = high.length - 1;
        int inner = Math.min(low.length, last + 1 - odd);
        if (odd == 0) {
            low[0] -= (high[0] + high[0] + 2) >> 2;
        }
        if (odd == 0) {
            for (int i = first; i < inner; i++) {
                low[i] -= (high[i - 1] + high[i] + 2) >> 2;
            }
        } else {
            for (int i = first; i < inner; i++) {
                low[i] -= (high[i] + high[i + 1] + 2) >> 2;
            }
        }
        for (int i = Math.max(inner, first); i < low.length; i++) {
            low[i] -= (high[last] + high[last] + 2) >> 2;
        }
    }

    /** F-6: X(2n + 1) = Y(2n + 1) + ⌊(X(2n) + X(2n + 2)) ÷ 2⌋. */
    private static void liftHigh(int[] high, int[] low, int odd) {
        int last = low.length - 1;
        int inner = Math.min(high.length, odd == 0 ? last : last + 1);
        if (odd == 0) {
            for (int i = 0; i < inner; i++) {
                high[i] += (low[i] + low[i + 1]) >> 1;
            }
        } else {
            high[0] += low[0];
            for (int i = 1; i < inner; i++) {
                high[i] += (low[i - 1] + low[i]) >> 1;
            }
        }
        for (int i = Math.max(inner, odd); i < high.length; i++) {
            high[i] += low[last];
        }
    }

    /** Both steps in one walk down, so that rows are still in the cache. */
    private static void vertical(int[][] rows, WaveletGrid grid, int from, int end) {
        int low = grid.lowRows();
        int high = grid.highRows();
        if (low + high == 1) {
            if (grid.oddY() == 1) {
                for (int x = from; x < end; x++) {
                    rows[0][x] >>= 1;
                }
            }
            return;
        }
        int odd = grid.oddY();
        for (int i = 0; i <= low + 1; i++) {
            if (i < low) {
                lowerRow(rows[i], rows[grid.highBefore(i)], rows[grid.highAfter(i)], from, end);
            }
            int j = i - 1 + odd;
            if (j >= 0 && j < high) {
                raiseRow(rows[low + j], rows[grid.lowBefore(j)], rows[grid.lowAfter(j)], from, end);
            }
        }
    }

    private static void lowerRow(int[] row, int[] before, int[] after, int from, int end) {
        for (int x = from; x < end; x++) {
            row[x] -= (before[x] + after[x] + 2) >> 2;
        }
    }

    private static void raiseRow(int[] row, int[] before, int[] after, int from, int end) {
        for (int x = from; x < end; x++) {
            row[x] += (before[x] + after[x]) >> 1;
        }
    }

    @Override
    public int[] integers(int y, int[] scratch) {
        return resolutions[resolutions.length - 1][y];
    }

    int[] row(int y) {
        return resolutions[resolutions.length - 1][y];
    }
}
