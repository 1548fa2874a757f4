package org.candela.calibration;

import java.util.stream.IntStream;

/**
 * How near the contrast steps of a display come to those of the GSDF between the same ends (AAPM TG18, Report 270).
 *
 * <p>ΔJ = (J_max − J_min) / (n − 1); δ_i = 2 (L'_{i+1} − L'_i) / (L'_{i+1} + L'_i) / ΔJ; δd_i the same from the GSDF's
 * luminances; κδ = max |δ_i − δd_i| / δd_i. Immutable.
 */
// [impl->req~calibration.contrast-response~1]
public final class ContrastResponse {
    /** Levels of the routine test: P-values 0, 15, …, 255. */
    public static final int ROUTINE_LEVELS = 18;

    private final double[] luminances;
    private final double[] ideal;
    private final double jndPerStep;

    private ContrastResponse(double[] luminances, double[] ideal, double jndPerStep) {
        this.luminances = luminances;
        this.ideal = ideal;
        this.jndPerStep = jndPerStep;
    }

    /**
     * The response of luminances L' in cd/m², ambient light included, at equally spaced P-values from darkest on.
     *
     * @throws IllegalArgumentException when there are fewer than 3, or the ends are not within the GSDF's range and apart
     */
    public static ContrastResponse of(double[] luminances) {
        double first = luminances.length < 3 ? Double.NaN : luminances[0];
        double last = luminances.length < 3 ? Double.NaN : luminances[luminances.length - 1];
        if (!JndScale.covers(first) || !JndScale.covers(last) || first >= last) {
            throw new IllegalArgumentException("no contrast response from " + first + " to " + last + " cd/m²");
        }
        double from = JndScale.polynomialIndex(first);
        double step = (JndScale.polynomialIndex(last) - from) / (luminances.length - 1);
        double[] ideal = IntStream.range(0, luminances.length)
                .mapToDouble(i -> JndScale.luminance(Math.max(1, Math.min(1023, from + i * step))))
                .toArray();
        return new ContrastResponse(luminances.clone(), ideal, step);
    }

    /** Number of steps between neighbouring levels. */
    public int steps() {
        return luminances.length - 1;
    }

    /** Luminance L' of level {@code i}, cd/m². */
    public double luminance(int i) {
        return luminances[i];
    }

    /** Luminance the GSDF has at level {@code i} between the same ends, cd/m². */
    public double idealLuminance(int i) {
        return ideal[i];
    }

    /** Contrast per JND of step {@code i}, as measured: δ_i. */
    public double contrast(int i) {
        return contrast(luminances, i);
    }

    /** Contrast per JND of step {@code i}, as the GSDF has it: δd_i. */
    public double idealContrast(int i) {
        return contrast(ideal, i);
    }

    /** Relative deviation of step {@code i}: (δ_i − δd_i) / δd_i. */
    public double deviation(int i) {
        return contrast(i) / idealContrast(i) - 1;
    }

    /** Largest absolute deviation, κδ; 0.1 is 10 %. */
    public double kappaDelta() {
        return IntStream.range(0, steps())
                .mapToDouble(i -> Math.abs(deviation(i)))
                .max()
                .orElseThrow();
    }

    /** Just-noticeable differences of step {@code i} (PS3.14 Annex C): j(L'_{i+1}) − j(L'_i). */
    public double jnds(int i) {
        return JndScale.polynomialIndex(luminances[i + 1]) - JndScale.polynomialIndex(luminances[i]);
    }

    /** Mean JNDs of a step. */
    public double meanJnds() {
        return IntStream.range(0, steps()).mapToDouble(this::jnds).average().orElseThrow();
    }

    /** Slope of the line fitted to JNDs by step (PS3.14 Annex C, FIT): 0 when the curve has the right shape. */
    public double fitSlope() {
        double middle = (steps() - 1) / 2.0;
        double mean = meanJnds();
        double covariance = IntStream.range(0, steps())
                .mapToDouble(i -> (i - middle) * (jnds(i) - mean))
                .sum();
        double variance = IntStream.range(0, steps())
                .mapToDouble(i -> (i - middle) * (i - middle))
                .sum();
        return covariance / variance;
    }

    /** Root mean square of the JNDs about the fitted line (PS3.14 Annex C, LUM). */
    public double lum() {
        double middle = (steps() - 1) / 2.0;
        double slope = fitSlope();
        double mean = meanJnds();
        return Math.sqrt(IntStream.range(0, steps())
                .mapToDouble(i -> jnds(i) - mean - slope * (i - middle))
                .map(rest -> rest * rest)
                .average()
                .orElseThrow());
    }

    private double contrast(double[] values, int i) {
        return 2 * (values[i + 1] - values[i]) / (values[i + 1] + values[i]) / jndPerStep;
    }
}
