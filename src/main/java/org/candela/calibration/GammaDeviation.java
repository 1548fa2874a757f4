package org.candela.calibration;

import java.util.stream.IntStream;

/**
 * How far a response is from a power curve between its own ends.
 *
 * <p>Levels L'_0 … L'_n at equal distances of P-value, the curve L'_γ(i) = L'_0 + (L'_n − L'_0) · (i/n)^γ. Like κδ of the GSDF,
 * contrast is compared: δ_i = 2 (L'_{i+s} − L'_i) / (L'_{i+s} + L'_i), δγ_i the same of the curve, and the deviation is max
 * |δ_i − δγ_i| / δγ_i; s is 1 up to 52 levels and 5 for 256, where one code of an 8-bit panel is as large as a step.
 *
 * @param largest the deviation as a share: 0.1 is 10 %
 * @param exponent the γ that fits best: ln((L'_i − L'_0) / (L'_n − L'_0)) over ln(i/n), least squares through white
 */
// [impl->req~calibration.gamma-deviation~1]
public record GammaDeviation(double largest, double exponent) {
    private static final int STEPS_OF_52_LEVELS = 51;

    /**
     * Of luminances in cd/m², ambient light included, darkest first.
     *
     * @throws IllegalArgumentException when there are less than three levels, or white is not brighter than black
     */
    public static GammaDeviation of(double[] seen, double gamma) {
        int last = seen.length - 1;
        if (last < 2 || !(seen[last] > seen[0]) || !(seen[0] >= 0)) {
            throw new IllegalArgumentException("no response: " + seen.length + " levels");
        }
        double[] curve = IntStream.rangeClosed(0, last)
                .mapToDouble(i -> seen[0] + (seen[last] - seen[0]) * Math.pow((double) i / last, gamma))
                .toArray();
        int span = Math.max(1, last / STEPS_OF_52_LEVELS);
        double largest = IntStream.rangeClosed(0, last - span)
                .mapToDouble(i -> Math.abs(contrast(seen, i, span) / contrast(curve, i, span) - 1))
                .max()
                .orElseThrow();
        return new GammaDeviation(largest, fitted(seen));
    }

    private static double contrast(double[] levels, int i, int span) {
        return 2 * (levels[i + span] - levels[i]) / (levels[i + span] + levels[i]);
    }

    private static double fitted(double[] seen) {
        int last = seen.length - 1;
        double products = 0;
        double squares = 0;
        for (int i = 1; i < last; i++) {
            double x = Math.log((double) i / last);
            double light = (seen[i] - seen[0]) / (seen[last] - seen[0]);
            if (light > 0) {
                products += x * Math.log(light);
                squares += x * x;
            }
        }
        return products / squares;
    }
}
