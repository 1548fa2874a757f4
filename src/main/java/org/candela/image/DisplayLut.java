package org.candela.image;

import java.util.Arrays;

/**
 * Table of one display: P-value (PS3.14 §7) in, the colour that the panel shows it with out.
 *
 * <p>Entries are opaque ARGB. A calibrated table may hold sub-grey steps: red, green and blue that differ by a code, so
 * that an 8-bit panel shows more than 256 luminances. Immutable; safe from any thread.
 */
public final class DisplayLut {
    /** Largest P-value: the scale is 16 bits wide. */
    public static final int MAX_P_VALUE = 65535;

    /** Grey in proportion to the P-value, 256 steps: what a display without calibration gets. */
    public static final DisplayLut IDENTITY = identity();

    private static final int OPAQUE = 0xFF000000;
    private static final int GREYS = 256;
    private static final int GREY_TO_RGB = 0x010101;

    private final int[] entries;
    private final int[] byPValue;

    private DisplayLut(int[] entries) {
        this.entries = entries;
        this.byPValue = spread(entries);
    }

    /**
     * A table of {@code argb.length} ≥ 2 entries from darkest to brightest, copied; alpha is set to opaque.
     *
     * @throws IllegalArgumentException when there are fewer than two entries
     */
    public static DisplayLut of(int[] argb) {
        if (argb.length < 2) {
            throw new IllegalArgumentException("a display LUT needs at least 2 entries, not " + argb.length);
        }
        return new DisplayLut(Arrays.stream(argb).map(colour -> colour | OPAQUE).toArray());
    }

    /**
     * Opaque ARGB of a P-value: entry {@code round(p · (n − 1) / 65535)}.
     *
     * @param pValue16 0 to {@link #MAX_P_VALUE}
     */
    public int argb(int pValue16) {
        return byPValue[pValue16];
    }

    /** Number of entries the table was made of. */
    public int size() {
        return entries.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DisplayLut lut && Arrays.equals(entries, lut.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return "DisplayLut[" + entries.length + " entries]";
    }

    private static DisplayLut identity() {
        int[] greys = new int[GREYS];
        Arrays.setAll(greys, grey -> OPAQUE | grey * GREY_TO_RGB);
        return new DisplayLut(greys);
    }

    /** One entry a P-value, so that fusing a pipeline is a single look-up a stored value. */
    private static int[] spread(int[] entries) {
        int[] all = new int[MAX_P_VALUE + 1];
        double step = (entries.length - 1) / (double) MAX_P_VALUE;
        Arrays.setAll(all, p -> entries[(int) Math.round(p * step)]);
        return all;
    }
}
