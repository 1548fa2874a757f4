package org.candela.calibration;

import java.util.stream.IntStream;

/**
 * How near the contrast steps of a display come to those of the GSDF between the same ends (AAPM TG18, Report 270).
 *
 * <p>ΔJ = (J_max − J_min) / (n − 1); δ_i = 2 (L'_{i+1} − L'_i) / (L'_{i+1} + L'_i) / ΔJ; δd_i the same from the GSDF's
 * luminances; κδ = max |δ_i − δd_i| / δd_i. J is the standard's polynomial ({@link JndScale#polynomialIndex}), as others
 * compute it. With many levels a step is no larger than one code of an 8-bit panel, so that a step alone says nothing of
 * the curve: then contrast is judged over {@link #judgedSpan()} neighbouring steps at a time. Immutable.
 */
// [impl->req~calibration.contrast-response~1]
public final class ContrastResponse {
    /** Levels of the routine test: P-values 0, 15, …, 255. */
    public static final int ROUTINE_LEVELS = 18;

    /** Steps of the finest test that is judged step by step: 52 levels, P-values 0, 5, …, 255. */
    private static final int FINEST_JUDGED_STEPS = 51;

    private static final double GREYS = 255;

    private final double[] luminances;
    private final double[] ideal;
    private final double jndPerStep;
    private final double firstIndex;

    private ContrastResponse(double[] luminances, double[] ideal, double jndPerStep) {
        this.firstIndex = JndScale.polynomialIndex(luminances[0]);
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

    /**
     * Relative deviation of contrast over {@code span} steps from level {@code i} on:
     * 2 (L'_{i+s} − L'_i) / (L'_{i+s} + L'_i) against the same of the GSDF. With 256 levels and a span of 5 these are the
     * steps of the 52-level test, begun at any level.
     *
     * @param i 0 to {@code steps() − span}
     * @param span 1 to {@code steps()}
     */
    public double deviationOver(int span, int i) {
        return contrastOver(luminances, span, i) / contrastOver(ideal, span, i) - 1;
    }

    /** Largest absolute deviation of contrast over any {@code span} neighbouring steps; with a span of 1 it is κδ. */
    public double kappaDeltaOver(int span) {
        if (span < 1 || span > steps()) {
            throw new IllegalArgumentException("no span of " + span + " among " + steps() + " steps");
        }
        return IntStream.rangeClosed(0, steps() - span)
                .mapToDouble(i -> Math.abs(deviationOver(span, i)))
                .max()
                .orElseThrow();
    }

    /** Steps that are taken together for judging: 1 up to 52 levels, 5 with 256. */
    public int judgedSpan() {
        return Math.max(1, steps() / FINEST_JUDGED_STEPS);
    }

    /** κδ as it is judged: over {@link #judgedSpan()} steps. */
    // [impl->req~calibration.many-levels~1]
    public double judgedKappaDelta() {
        return kappaDeltaOver(judgedSpan());
    }

    /** L'max / L'min. */
    public double luminanceRatio() {
        return luminances[steps()] / luminances[0];
    }

    /** Just-noticeable differences from the darkest level to the brightest: j(L'max) − j(L'min). */
    public double jndRange() {
        return jndPerStep * steps();
    }

    /** Mean just-noticeable differences of one of the 255 grey steps: (j_max − j_min) / 255. */
    public double jndsPerGrey() {
        return jndRange() / GREYS;
    }

    /** Largest distance of a level from where the GSDF has it, in JND: max |j(L'_i) − (j_min + i·ΔJ)|. */
    public double maxJndError() {
        return IntStream.rangeClosed(0, steps())
                .mapToDouble(i -> Math.abs(JndScale.polynomialIndex(luminances[i]) - firstIndex - i * jndPerStep))
                .max()
                .orElseThrow();
    }

    /** The measures of PS3.14 Annex C: how JNDs by step run, and how they scatter. */
    public AnnexC annexC() {
        return AnnexC.of(IntStream.range(0, steps()).mapToDouble(this::jnds).toArray());
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
        return contrastOver(values, 1, i) / jndPerStep;
    }

    private static double contrastOver(double[] values, int span, int i) {
        return 2 * (values[i + span] - values[i]) / (values[i + span] + values[i]);
    }
}
