package org.candela.image;

import java.util.Arrays;

/**
 * A lookup table of DICOM (PS3.3 C.11.1.1, C.11.2.1.1): whole input values to whole output values.
 *
 * <p>Inputs below the first mapped value get the first entry, inputs beyond the end the last one. Immutable.
 */
public final class LookupTable {
    private static final int MAX_BITS = 16;

    private final int firstMapped;
    private final int[] entries;
    private final int bits;

    /**
     * A table whose entry 0 belongs to input {@code firstMapped}.
     *
     * @param entries at least one unsigned value below 2^{@code bits}, copied
     * @param bits width of the output, 1 to 16; its whole range is 0 to 2^bits − 1
     */
    public LookupTable(int firstMapped, int[] entries, int bits) {
        if (entries.length == 0 || bits < 1 || bits > MAX_BITS) {
            throw new IllegalArgumentException("no lookup table: " + entries.length + " entries of " + bits + " bits");
        }
        if (Arrays.stream(entries).anyMatch(entry -> entry < 0 || entry >= 1 << bits)) {
            throw new IllegalArgumentException("an entry of the lookup table needs more than " + bits + " bits");
        }
        this.firstMapped = firstMapped;
        this.entries = entries.clone();
        this.bits = bits;
    }

    /** Input that the first entry belongs to. */
    public int firstMapped() {
        return firstMapped;
    }

    /** Input that the last entry belongs to. */
    public int lastMapped() {
        return firstMapped + entries.length - 1;
    }

    /** Output for {@code input}. */
    public int value(int input) {
        long index = (long) input - firstMapped;
        return entries[(int) Math.max(0, Math.min(entries.length - 1, index))];
    }

    /** Output as a share of the whole range, 0 to 1. */
    public double fraction(double input) {
        return value((int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Math.round(input))))
                / (double) ((1 << bits) - 1);
    }

    /** Output between two entries as a share of the whole range, 0 to 1: linear from one to the next. */
    double smoothFraction(double input) {
        double inside = Math.max(firstMapped, Math.min(lastMapped(), input));
        double lower = Math.floor(inside);
        double from = fraction(lower);
        return from + (fraction(Math.min(lastMapped(), lower + 1)) - from) * (inside - lower);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LookupTable table
                && firstMapped == table.firstMapped
                && bits == table.bits
                && Arrays.equals(entries, table.entries);
    }

    @Override
    public int hashCode() {
        return 31 * firstMapped + Arrays.hashCode(entries);
    }

    /** Width of the output in bits. */
    public int bits() {
        return bits;
    }

    /** Largest output. */
    public int maximum() {
        return Arrays.stream(entries).max().orElseThrow();
    }
}
