package org.candela.displayqa.ui;

import org.candela.calibration.Uniformity;

/**
 * One of the nine places of a screen.
 *
 * @param row 0 (top) to 2
 * @param column 0 (left) to 2
 */
public record ScreenPlace(int row, int column) {
    public ScreenPlace {
        if (row < 0 || row >= Uniformity.SIDE || column < 0 || column >= Uniformity.SIDE) {
            throw new IllegalArgumentException("no place of a screen: " + row + ", " + column);
        }
    }

    /** 1 (top left) to 9 (bottom right), row by row. */
    int number() {
        return row * Uniformity.SIDE + column + 1;
    }
}
