package org.candela.viewer.layout;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the places of one panel are arranged.
 *
 * @param rows 1 to {@value #MOST}
 * @param columns 1 to {@value #MOST}
 */
public record Grid(int rows, int columns) {
    /** More would be too small to read even on the largest display. */
    public static final int MOST = 8;

    /** One place that fills the panel. */
    public static final Grid SINGLE = new Grid(1, 1);

    public Grid {
        if (rows < 1 || rows > MOST || columns < 1 || columns > MOST) {
            throw new IllegalArgumentException("no grid: " + rows + " rows, " + columns + " columns");
        }
    }

    /** Number of places. */
    public int cells() {
        return rows * columns;
    }

    /** The places of {@code panel}, row by row. */
    public List<Place> places(int panel) {
        return IntStream.range(0, cells())
                .mapToObj(cell -> new Place(panel, cell))
                .toList();
    }
}
