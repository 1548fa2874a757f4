package org.candela.image;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Colours of a PALETTE COLOR image (PS3.3 C.7.6.3.1.5): opaque ARGB for consecutive stored values.
 *
 * <p>Values below the first mapped get the first colour, values beyond the end the last one. Immutable.
 */
public final class Palette {
    private static final int OPAQUE = 0xFF000000;

    private final int firstMapped;
    private final int[] argb;

    /**
     * A palette whose entry 0 belongs to stored value {@code firstMapped}.
     *
     * @param argb at least one colour, copied; alpha is set to opaque
     */
    public Palette(int firstMapped, int[] argb) {
        if (argb.length == 0) {
            throw new IllegalArgumentException("a palette needs at least one colour");
        }
        this.firstMapped = firstMapped;
        this.argb = Arrays.stream(argb).map(colour -> colour | OPAQUE).toArray();
    }

    /** The same with other colours: {@code map} is given all of them at once and keeps their number. */
    public Palette mapped(UnaryOperator<int[]> map) {
        return new Palette(firstMapped, map.apply(argb.clone()));
    }

    /** Whether a stored value has a colour of its own, as it must in a supplemental palette (PS3.3 C.7.6.19). */
    public boolean maps(int stored) {
        return stored >= firstMapped && stored - firstMapped < argb.length;
    }

    /** Opaque ARGB of a stored value. */
    public int argb(int stored) {
        return argb[Math.max(0, Math.min(argb.length - 1, stored - firstMapped))];
    }
}
