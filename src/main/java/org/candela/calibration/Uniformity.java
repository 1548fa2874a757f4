package org.candela.calibration;

import java.util.Arrays;
import java.util.List;

/**
 * Luminances of one even field at nine places of a screen, and how even they are. Immutable.
 *
 * <p>Standards differ in the formula and give different numbers for the same screen, so the places are kept and every
 * figure is computed from them.
 */
// [impl->req~calibration.uniformity~1]
public final class Uniformity {
    /** Places along each side of the screen. */
    public static final int SIDE = 3;

    private final double[] luminances;

    private Uniformity(double[] luminances) {
        this.luminances = luminances;
    }

    /**
     * Nine luminances, row by row from the top left, ambient light included.
     *
     * @throws IllegalArgumentException when there are not nine, or all are zero
     */
    public static Uniformity of(List<Luminance> rowByRow) {
        double[] luminances = rowByRow.stream().mapToDouble(Luminance::cdPerM2).toArray();
        if (luminances.length != SIDE * SIDE || Arrays.stream(luminances).sum() == 0) {
            throw new IllegalArgumentException("uniformity needs nine places with light, not " + luminances.length);
        }
        return new Uniformity(luminances);
    }

    /** Luminance at ({@code row}, {@code column}), each 0 to 2, cd/m². */
    public double luminance(int row, int column) {
        return luminances[row * SIDE + column];
    }

    /** The brightest place, cd/m². */
    public double maximum() {
        return Arrays.stream(luminances).max().orElseThrow();
    }

    /** Maximum luminance deviation 2 (L_max − L_min) / (L_max + L_min), as a share (AAPM TG18, there at five places). */
    public double maximumLuminanceDeviation() {
        double highest = maximum();
        double lowest = Arrays.stream(luminances).min().orElseThrow();
        return 2 * (highest - lowest) / (highest + lowest);
    }

    /** Largest deviation from the median |L − L_median| / L_median, as a share (AAPM Report 270). */
    public double deviationFromMedian() {
        double median = median();
        return Arrays.stream(luminances)
                .map(luminance -> Math.abs(luminance - median) / median)
                .max()
                .orElseThrow();
    }

    /** Signed deviation of one place from the median, as a share; negative where it is darker. */
    public double deviationFromMedian(int row, int column) {
        return luminance(row, column) / median() - 1;
    }

    /** Median of the nine places, cd/m². */
    public double median() {
        double[] sorted = luminances.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Difference of two displays side by side, 2 |L1 − L2| / (L1 + L2), as a share. */
    public static double betweenDisplays(Luminance one, Luminance other) {
        return 2 * Math.abs(one.cdPerM2() - other.cdPerM2()) / one.plus(other).cdPerM2();
    }
}
