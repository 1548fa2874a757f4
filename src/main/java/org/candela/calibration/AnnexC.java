package org.candela.calibration;

import java.util.Arrays;

/**
 * The two measures of PS3.14 Annex C (informative, without limits) on JNDs by step.
 *
 * <p>FIT: polynomials of order 0 to 3 are fitted to y_i = j(L'_{i+1}) − j(L'_i) by least squares; a display that follows
 * the GSDF is best described by order 0, a horizontal line. LUM: root mean square of y about the line; 0 at best.
 *
 * @param steps number of steps, at least 2
 * @param mean mean JNDs of a step: the horizontal line
 * @param standardDeviation root mean square of y about the mean (population)
 * @param slope JNDs per step of the fitted straight line
 * @param lum root mean square of y about the fitted straight line
 * @param order order of the highest polynomial, 0 to 3, whose own term is significant at 5 % (two-sided t-test with
 *     n − k − 1 degrees of freedom, terms orthogonal to those below)
 * @param curveSpan JNDs between highest and lowest point of the fitted polynomial of that order: how much of a bend it is
 */
// [impl->req~calibration.annex-c~1]
public record AnnexC(
        int steps, double mean, double standardDeviation, double slope, double lum, int order, double curveSpan) {
    /** Highest order that is fitted. */
    public static final int CUBIC = 3;

    private static final double SIGNIFICANCE = 0.05;
    /** What is left after rounding counts as no scatter at all. */
    private static final double NOTHING = 1e-9;

    static AnnexC of(double[] jnds) {
        double mean = Arrays.stream(jnds).average().orElseThrow();
        OrthogonalFit fit = OrthogonalFit.of(jnds, CUBIC);
        int order = significantOrder(fit, jnds.length);
        return new AnnexC(
                jnds.length, mean, fit.residual(0), fit.slope(), fit.residual(1), order, span(fit.values(order)));
    }

    private static int significantOrder(OrthogonalFit fit, int count) {
        for (int order = Math.min(CUBIC, count - 2); order > 0; order--) {
            if (isSignificant(fit, order, count - order - 1)) {
                return order;
            }
        }
        return 0;
    }

    private static boolean isSignificant(OrthogonalFit fit, int order, int freedom) {
        int count = freedom + order + 1;
        double rest = fit.residual(order) * fit.residual(order) * count;
        double explained = fit.residual(order - 1) * fit.residual(order - 1) * count - rest;
        if (explained <= NOTHING * NOTHING) {
            return false;
        }
        return rest <= NOTHING * NOTHING
                || StudentT.twoSided(Math.sqrt(explained / (rest / freedom)), freedom) < SIGNIFICANCE;
    }

    private static double span(double[] values) {
        return Arrays.stream(values).max().orElseThrow()
                - Arrays.stream(values).min().orElseThrow();
    }
}
