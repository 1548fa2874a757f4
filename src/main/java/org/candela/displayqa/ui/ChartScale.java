package org.candela.displayqa.ui;

import java.util.List;
import org.candela.displayqa.ledger.RunFindings.Step;

/**
 * From P-value and contrast per JND to the plot's own points, y down.
 *
 * @param width of the plot, points
 * @param height of the plot, points
 * @param top contrast at its upper edge
 */
record ChartScale(double width, double height, double top) {
    static final int WHITE = 255;
    private static final double GRID = 0.005;

    /** The scale ends at a multiple of 0.005 above everything that the GSDF and the measurement need. */
    static double top(List<Step> steps) {
        double highest = steps.stream()
                .mapToDouble(step -> Math.max(1.2 * step.ideal(), 1.05 * step.contrast()))
                .max()
                .orElse(GRID);
        return Math.max(GRID, Math.ceil(highest / GRID) * GRID);
    }

    double x(double pValue) {
        return width * pValue / WHITE;
    }

    double y(double contrast) {
        return height * (1 - contrast / top);
    }
}
