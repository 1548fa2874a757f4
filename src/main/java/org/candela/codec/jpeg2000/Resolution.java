package org.candela.codec.jpeg2000;

import java.util.List;

/**
 * A resolution of a tile-component and its precincts (T.800 B.5, B.6).
 *
 * @param number r: 0 is the lowest
 * @param area in its own samples (B-14)
 * @param bands LL, or HL, LH and HH
 * @param grid of its precincts
 */
record Resolution(int number, Rectangle area, List<Subband> bands, PrecinctGrid grid) {

    /**
     * Precincts of 2^widthLog2 × 2^heightLog2 samples, aligned at 0.
     *
     * @param columns numprecinctswide (B-16)
     * @param rows numprecinctshigh
     * @param firstColumn number of the first precinct column, counted from 0
     * @param firstRow number of the first precinct row
     */
    record PrecinctGrid(int widthLog2, int heightLog2, int columns, int rows, int firstColumn, int firstRow) {

        static PrecinctGrid of(Rectangle area, int widthLog2, int heightLog2) {
            int firstColumn = area.x0() >> widthLog2;
            int firstRow = area.y0() >> heightLog2;
            int columns = area.isEmpty() ? 0 : Rectangle.ceilShift(area.x1(), widthLog2) - firstColumn;
            int rows = area.isEmpty() ? 0 : Rectangle.ceilShift(area.y1(), heightLog2) - firstRow;
            return new PrecinctGrid(widthLog2, heightLog2, columns, rows, firstColumn, firstRow);
        }

        long count() {
            return (long) columns * rows;
        }
    }
}
