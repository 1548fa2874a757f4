package org.candela.codec.jpeg2000;

import java.util.Arrays;

/**
 * Where the low and high halves of one level lie in a plane, and how the work on it is cut.
 *
 * @param columns of the result
 * @param rows of the result
 * @param oddX 1 where the first column has an odd coordinate, and so is a high-pass one
 * @param oddY the same for rows
 */
record WaveletGrid(int columns, int rows, int oddX, int oddY) {
    private static final int ROWS_PER_GROUP = 32;
    private static final int COLUMNS_PER_GROUP = 256;

    static WaveletGrid of(Rectangle area) {
        return new WaveletGrid(area.width(), area.height(), area.x0() & 1, area.y0() & 1);
    }

    int lowColumns() {
        return (columns + 1 - oddX) / 2;
    }

    int highColumns() {
        return columns - lowColumns();
    }

    int lowRows() {
        return (rows + 1 - oddY) / 2;
    }

    int highRows() {
        return rows - lowRows();
    }

    int rowGroups() {
        return (rows + ROWS_PER_GROUP - 1) / ROWS_PER_GROUP;
    }

    int firstRow(int group) {
        return group * ROWS_PER_GROUP;
    }

    int endRow(int group) {
        return Math.min(rows, firstRow(group) + ROWS_PER_GROUP);
    }

    int columnGroups() {
        return (columns + COLUMNS_PER_GROUP - 1) / COLUMNS_PER_GROUP;
    }

    int firstColumn(int group) {
        return group * COLUMNS_PER_GROUP;
    }

    int endColumn(int group) {
        return Math.min(columns, firstColumn(group) + COLUMNS_PER_GROUP);
    }

    /** Row of the plane with the high-pass line above low-pass line {@code i}; mirrored at the edges (F.3.7). */
    int highBefore(int i) {
        return lowRows() + clamp(i - 1 + oddY, highRows());
    }

    int highAfter(int i) {
        return lowRows() + clamp(i + oddY, highRows());
    }

    int lowBefore(int i) {
        return clamp(i - oddY, lowRows());
    }

    int lowAfter(int i) {
        return clamp(i + 1 - oddY, lowRows());
    }

    private static int clamp(int i, int count) {
        return Math.max(0, Math.min(i, count - 1));
    }

    /** Brings the rows of both halves into their order; only references move. */
    <T> void interleave(T[] lines) {
        T[] before = Arrays.copyOf(lines, rows);
        for (int i = 0; i < rows; i++) {
            int half = i >> 1;
            lines[i] = (i & 1) == oddY ? before[half] : before[lowRows() + half];
        }
    }
}
