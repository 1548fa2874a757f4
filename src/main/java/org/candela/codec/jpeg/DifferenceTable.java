package org.candela.codec.jpeg;

/**
 * Lookup of the differences of a lossless scan, up to three at once (T.81 H.1.2.2).
 *
 * <p>An entry packs length (bits 0–5), bytes of its differences (bits 6–8), {@link #UNFINISHED} and three differences
 * (bits 16–31, 32–47, 48–63). An unfinished entry is the code of one difference, with the bits of its value in the place of
 * the first; one of length 0 is a code longer than the lookup.
 */
final class DifferenceTable {
    /** Most differences of an entry. */
    static final int MOST = 3;
    /** A value goes on beyond the lookup. */
    static final int UNFINISHED = 1 << 9;

    static final int BYTES_SHIFT = 6;
    static final int BYTES = 7;
    static final int LENGTH = 0x3F;
    static final int VALUE_SHIFT = 16;

    private static final int LOOKUP_BITS = 11;
    /** Brings the front of a window of 64 bits to an index. */
    static final int SHIFT = Long.SIZE - LOOKUP_BITS;

    private static final int LARGEST_DIFFERENCE = 16;

    final long[] lookup = new long[1 << LOOKUP_BITS];
    final HuffmanTable huffman;

    private DifferenceTable(HuffmanTable huffman) {
        this.huffman = huffman;
    }

    static DifferenceTable of(HuffmanTable huffman) {
        DifferenceTable result = new DifferenceTable(huffman);
        for (int front = 0; front < result.lookup.length; front++) {
            result.lookup[front] = result.entry(front);
        }
        return result;
    }

    private long entry(int front) {
        long differences = 0;
        int length = 0;
        int count = 0;
        while (count < MOST) {
            int found = huffman.lookup[front << length << 1 & 0xFFF];
            int code = huffman.codeLength(found);
            int size = huffman.size(HuffmanTable.symbolOf(found)) % LARGEST_DIFFERENCE;
            boolean isKnown = found != 0 && length + code <= LOOKUP_BITS;
            if (!isKnown || length + code + size > LOOKUP_BITS) {
                return count > 0
                        ? packed(differences, length, count)
                        : packed(size, isKnown ? code + size : 0, isKnown ? 1 : 0) | UNFINISHED;
            }
            differences |= (found >> HuffmanTable.VALUE_SHIFT & 0xFFFFL) << (16 * count);
            length += code + size;
            count++;
        }
        return packed(differences, length, count);
    }

    private long packed(long differences, int length, int count) {
        return differences << VALUE_SHIFT | (2 * count) << BYTES_SHIFT | length;
    }

    /** The difference at the front of {@code window} that an unfinished entry stands for (EXTEND of F.2.2.1). */
    static int unfinished(long window, long entry) {
        int size = (int) entry >> VALUE_SHIFT;
        long value = window << (entry - size);
        long ones = Long.MAX_VALUE >>> (63 - size);
        return (int) ((value >>> 1 >>> (63 - size)) - (ones & (~value >> 63)));
    }
}
