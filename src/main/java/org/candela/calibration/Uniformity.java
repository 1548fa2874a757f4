package org.candela.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Luminances of one even field at five or nine places of a screen, and how even they are. Immutable.
 *
 * <p>Standards differ in the formula and give different numbers for the same screen, so the places are kept and every
 * figure is computed from them.
 */
// [impl->req~calibration.uniformity~1]
public final class Uniformity {
    /** Places along each side of the screen when nine are measured. */
    public static final int SIDE = 3;

    private static final int CENTRE_OF_FIVE = 2;
    private static final int CENTRE_OF_NINE = 4;
    private static final List<Integer> CORNERS_OF_NINE = List.of(0, 2, 6, 8);

    private final double[] luminances;

    private Uniformity(double[] luminances) {
        this.luminances = luminances;
        if (Arrays.stream(luminances).sum() == 0) {
            throw new IllegalArgumentException("uniformity needs places with light");
        }
    }

    /**
     * Nine luminances, row by row from the top left, ambient light included.
     *
     * @throws IllegalArgumentException when there are not nine, or all are zero
     */
    public static Uniformity of(List<Luminance> rowByRow) {
        if (rowByRow.size() != SIDE * SIDE) {
            throw new IllegalArgumentException("uniformity needs nine places with light, not " + rowByRow.size());
        }
        return new Uniformity(values(rowByRow));
    }

    /**
     * Five luminances: top left, top right, centre, bottom left, bottom right, ambient light included.
     *
     * @throws IllegalArgumentException when there are not five, or all are zero
     */
    public static Uniformity ofFive(List<Luminance> cornersAndCentre) {
        if (cornersAndCentre.size() != 5) {
            throw new IllegalArgumentException("not five places: " + cornersAndCentre.size());
        }
        return new Uniformity(values(cornersAndCentre));
    }

    /** How many places were measured: 5 or 9. */
    public int places() {
        return luminances.length;
    }

    /** The corners and the centre alone, in the order of {@link #ofFive}: what a standard of five places is asked with. */
    public Uniformity fivePlaces() {
        if (places() == 5) {
            return this;
        }
        return new Uniformity(IntStream.of(0, 2, 4, 6, 8)
                .mapToDouble(place -> luminances[place])
                .toArray());
    }

    /**
     * Luminance at ({@code row}, {@code column}), each 0 to 2, cd/m².
     *
     * @throws IndexOutOfBoundsException when five places were measured and this is none of them
     */
    public double luminance(int row, int column) {
        int place = row * SIDE + column;
        if (places() == SIDE * SIDE) {
            return luminances[place];
        }
        if (place % 2 != 0) {
            throw new IndexOutOfBoundsException("was not measured: row " + row + ", column " + column);
        }
        return luminances[place / 2];
    }

    /** The brightest place, cd/m². */
    public double maximum() {
        return Arrays.stream(luminances).max().orElseThrow();
    }

    /** The darkest place, cd/m². */
    public double minimum() {
        return Arrays.stream(luminances).min().orElseThrow();
    }

    /** Luminance of the centre, cd/m². */
    public double centre() {
        return luminances[places() == 5 ? CENTRE_OF_FIVE : CENTRE_OF_NINE];
    }

    /** Maximum luminance deviation 2 (L_max − L_min) / (L_max + L_min), as a share (AAPM TG18 4.4.4, there at five places). */
    public double maximumLuminanceDeviation() {
        return 2 * (maximum() - minimum()) / (maximum() + minimum());
    }

    /** Largest deviation from the median |L − L_median| / L_median, as a share (LUDM of AAPM Report 270, nine places). */
    public double deviationFromMedian() {
        double median = median();
        return Arrays.stream(luminances)
                .map(luminance -> Math.abs(luminance - median) / median)
                .max()
                .orElseThrow();
    }

    /** Largest deviation of a corner from the centre |L_corner − L_centre| / L_centre, as a share (DIN 6868-57, -157). */
    public double deviationFromCentre() {
        return IntStream.range(0, places())
                .filter(this::isCorner)
                .mapToDouble(place -> Math.abs(luminances[place] - centre()) / centre())
                .max()
                .orElseThrow();
    }

    /** Signed deviation of one place from the median, as a share; negative where it is darker. */
    public double deviationFromMedian(int row, int column) {
        return luminance(row, column) / median() - 1;
    }

    /** Median of the places, cd/m². */
    public double median() {
        double[] sorted = luminances.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Difference of two displays side by side, 2 |L1 − L2| / (L1 + L2), as a share. */
    public static double betweenDisplays(Luminance one, Luminance other) {
        return 2 * Math.abs(one.cdPerM2() - other.cdPerM2()) / one.plus(other).cdPerM2();
    }

    private boolean isCorner(int place) {
        return places() == 5 ? place != CENTRE_OF_FIVE : CORNERS_OF_NINE.contains(place);
    }

    private static double[] values(List<Luminance> places) {
        return places.stream().mapToDouble(Luminance::cdPerM2).toArray();
    }
}
