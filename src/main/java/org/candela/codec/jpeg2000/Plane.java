package org.candela.codec.jpeg2000;

import org.candela.codec.stream.Workers;

/**
 * The samples of one tile-component on their way from coefficients to values.
 *
 * <p>Each resolution has memory of its own, with HL right, LH below and HH right below of where LL would be, so that the
 * rows of the halves can be brought into order by moving references.
 */
interface Plane {
    /** Puts the coefficients of a code block in place, as {@link BlockDecoder} delivers them. Blocks never overlap. */
    void put(Rectangle place, Subband band, int[] coefficients);

    /** One level of 2D_SR (T.800 F.3.2): makes this resolution, 1 or more, of the one below and its own bands. */
    void synthesise(int resolution, Rectangle area, Workers workers);

    /** Row {@code y} as integers: in {@code scratch}, which is as wide as the plane, or the row itself. */
    int[] integers(int y, int[] scratch);
}
