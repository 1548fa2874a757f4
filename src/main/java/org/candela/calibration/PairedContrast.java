package org.candela.calibration;

import java.util.stream.IntStream;

/**
 * Contrast of 16 pairs of neighbouring levels, P = 16i + 5 and 16i + 11: what a radiologist's window shows, at 16 places of
 * the scale (pdQC, mode 16 × 2).
 *
 * <p>JND per P-value = (j(L'_251) − j(L'_5)) / 246, since the darkest and brightest level measured are 5 and 251; δ_i =
 * 2 (L'_upper − L'_lower) / (L'_upper + L'_lower); δd_i the same of the GSDF through those ends. Immutable.
 */
// [impl->req~calibration.contrast-response~1]
public final class PairedContrast {
    /** Number of pairs. */
    public static final int PAIRS = 16;

    private static final int PITCH = 16;
    private static final int LOWER = 5;
    private static final int UPPER = 11;

    private final double[] lower;
    private final double[] upper;
    private final double firstIndex;
    private final double jndPerPValue;

    private PairedContrast(double[] lower, double[] upper) {
        this.lower = lower;
        this.upper = upper;
        this.firstIndex = JndScale.polynomialIndex(lower[0]);
        this.jndPerPValue = (JndScale.polynomialIndex(upper[PAIRS - 1]) - firstIndex) / (upperP(PAIRS - 1) - lowerP(0));
    }

    /**
     * From luminances L' in cd/m², ambient light included, at {@link #lowerP} and {@link #upperP} of each pair.
     *
     * @throws IllegalArgumentException when there are not 16 of each or the ends are not within the GSDF's range and apart
     */
    public static PairedContrast of(double[] lower, double[] upper) {
        if (lower.length != PAIRS || upper.length != PAIRS) {
            throw new IllegalArgumentException("not 16 pairs: " + lower.length + ", " + upper.length);
        }
        if (!JndScale.covers(lower[0]) || !JndScale.covers(upper[PAIRS - 1]) || lower[0] >= upper[PAIRS - 1]) {
            throw new IllegalArgumentException("no response from " + lower[0] + " to " + upper[PAIRS - 1] + " cd/m²");
        }
        return new PairedContrast(lower.clone(), upper.clone());
    }

    /** P-value of the darker level of pair {@code i}, 0 to 255. */
    public static int lowerP(int i) {
        return PITCH * i + LOWER;
    }

    /** P-value of the brighter level of pair {@code i}, 0 to 255. */
    public static int upperP(int i) {
        return PITCH * i + UPPER;
    }

    /** Relative deviation of the contrast of pair {@code i} from the GSDF's. */
    public double deviation(int i) {
        return contrast(lower[i], upper[i]) / contrast(ideal(lowerP(i)), ideal(upperP(i))) - 1;
    }

    /** Largest absolute deviation, as a share. */
    public double kappaDelta() {
        return IntStream.range(0, PAIRS)
                .mapToDouble(i -> Math.abs(deviation(i)))
                .max()
                .orElseThrow();
    }

    private double ideal(int pValue) {
        double index = firstIndex + (pValue - lowerP(0)) * jndPerPValue;
        return JndScale.luminance(Math.max(JndScale.FIRST_INDEX, Math.min(JndScale.LAST_INDEX, index)));
    }

    private static double contrast(double darker, double brighter) {
        return 2 * (brighter - darker) / (brighter + darker);
    }
}
