package org.candela.displayqa.ui;

import org.candela.calibration.Uniformity;

/**
 * A surface through the nine places of a screen, bilinear between four neighbours: it meets every measured value and
 * never leaves the range of its neighbours, so it shows no bright or dark spot that nobody measured.
 */
final class BilinearPlaces {
    private static final int LAST = Uniformity.SIDE - 1;

    private final Uniformity uniformity;

    BilinearPlaces(Uniformity uniformity) {
        this.uniformity = uniformity;
    }

    /**
     * Deviation from the median, as a share.
     *
     * @param across 0 (left column of places) to 1 (right column); beyond it, the edge's value
     * @param down 0 (top row of places) to 1 (bottom row)
     */
    double deviation(double across, double down) {
        double x = Math.max(0, Math.min(1, across)) * LAST;
        double y = Math.max(0, Math.min(1, down)) * LAST;
        int column = Math.min(LAST - 1, (int) x);
        int row = Math.min(LAST - 1, (int) y);
        double right = x - column;
        double below = y - row;
        return (1 - below) * between(row, column, right) + below * between(row + 1, column, right);
    }

    private double between(int row, int column, double right) {
        return (1 - right) * uniformity.deviationFromMedian(row, column)
                + right * uniformity.deviationFromMedian(row, column + 1);
    }
}
