package org.candela.image;

/**
 * How the parallel slices of a stack lie over one another, apart from their distances.
 *
 * @param tiltDegrees angle between their normal and the line through their first pixels, as a tilted gantry makes; 0 where
 *     there is none of half a pixel over the whole stack, or no such line
 * @param isShifted whether they lie sideways of one another in another way than tilt makes
 * @param hasMixedSizes whether rows, columns or pixel spacing differ
 */
public record SliceAlignment(double tiltDegrees, boolean isShifted, boolean hasMixedSizes) {
    /** Slices that make a right-angled volume, or of which nothing is known. */
    public static final SliceAlignment STRAIGHT = new SliceAlignment(0, false, false);

    /** Whether the slices may be taken for a right-angled volume. */
    public boolean isStraight() {
        return equals(STRAIGHT);
    }
}
