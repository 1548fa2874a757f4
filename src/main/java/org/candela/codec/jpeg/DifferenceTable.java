package org.candela.codec.jpeg;

/**
 * Lookup of the differences of a lossless scan, up to three at once (T.81 H.1.2.2).
 *
 * <p>An entry packs the length of its differences (bits 0–5), 63 less the number of bits that the last of them still
 * lacks (bits 6–11), how many there are (bits 12–13), and the differences (bits 16–31, 32–47, 48–63), the last one with
 * zeros for what it lacks. So a difference that ends beyond the lookup takes the same way as one that does not: a branch
 * between the two could not be foreseen. An entry of length 0 stands for a code that the lookup does not hold.
 */
final class DifferenceTable {
    /** Most differences of an entry. */
    static final int MOST = 3;

    private static final int LENGTH = 0x3F;
    private static final int REST_SHIFT = 6;
    private static final int COUNT_SHIFT = 12;
    private static final int COUNT = 3;
    private static final int VALUE_SHIFT = 16;

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
        int rest = 0;
        while (count < MOST && rest == 0) {
            int found = huffman.lookup[front << length << 1 & 0xFFF];
            int code = huffman.codeLength(found);
            int size = huffman.size(HuffmanTable.symbolOf(found));
            int signed = length + code + Math.min(size, 1);
            if (found == 0 || signed > LOOKUP_BITS || size == LARGEST_DIFFERENCE) {
                break;
            }
            rest = Math.max(0, length + code + size - LOOKUP_BITS);
            int known = front << (length + code) & (1 << LOOKUP_BITS) - 1;
            int raw = size == 0 ? 0 : known >> (LOOKUP_BITS - size + rest) << rest;
            int value = size == 0 ? 0 : HuffmanTable.extended(raw, size);
            differences |= (value & 0xFFFFL) << (16 * count);
            length += code + size;
            count++;
        }
        return differences << VALUE_SHIFT | (long) count << COUNT_SHIFT | (63L - rest) << REST_SHIFT | length;
    }

    /** Length in bits of the differences of {@code entry}; shifts, which take six bits of a distance, need no call. */
    static int length(long entry) {
        return (int) entry & LENGTH;
    }

    /** Bytes that the differences of {@code entry} take, two each. */
    static int bytes(long entry) {
        return (int) entry >> (COUNT_SHIFT - 1) & (COUNT << 1);
    }

    /** The differences of {@code entry}, the first in the lowest bits; the bits of {@code window} begin with theirs. */
    static long differences(long window, long entry) {
        int packed = (int) entry;
        int rest = packed >> REST_SHIFT;
        long lacking = window << (packed + rest + 1) >>> 1 >>> rest;
        return (entry >> VALUE_SHIFT) + (lacking << ((packed >> (COUNT_SHIFT - 4) & (COUNT << 4)) - 16));
    }
}
