package org.candela.image;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of a raster that one thread draws.
 *
 * @param from first row
 * @param to row after the last, ≥ {@code from}
 */
public record RowBand(int from, int to) {
    public RowBand {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no band of rows: " + from + " to " + to);
        }
    }

    /** All rows of a raster. */
    public static RowBand all(RasterArgb raster) {
        return new RowBand(0, raster.height());
    }

    /** The rows of a raster of {@code height} in {@code parts} bands of nearly equal size, top first. */
    public static List<RowBand> split(int height, int parts) {
        return IntStream.range(0, parts)
                .mapToObj(part ->
                        new RowBand((int) ((long) height * part / parts), (int) ((long) height * (part + 1) / parts)))
                .toList();
    }
}
