package org.candela.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.candela.codec.stream.CodecException;

/**
 * Bits of entropy-coded segments (T.81 F.2.2.5), without the stuffed zero bytes.
 *
 * <p>After the last byte of a segment zeros are delivered, so that the hot loops need no test; {@link #requireNoOverrun}
 * tells whether one of them was used.
 */
final class BitReader {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle DIFFERENCES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DIFFERENCE =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    /** Bytes after the differences of a line that may be written too. */
    static final int SLACK = Long.BYTES;
    /** Zeros after a segment, more than are read before {@link #requireNoOverrun} or a refill notices. */
    private static final int PADDING = 32;
    /** Of a difference. */
    private static final int MOST_BYTES = 4;
    /** A Huffman code of 16 bits and 15 bits of value fit. */
    private static final int ENOUGH = 32;
    /** Bits after a refill, at least. */
    private static final int FULL = 56;

    private final byte[] bytes;
    private final EntropySegment segment;
    /** Where the marker after the segment is. */
    private int marker;
    /** Next byte of the segment. */
    private int next;
    /** Next bits, left-aligned; below {@code count} bits follow parts of the byte at {@code next}. */
    private long bits;

    private int count;
    private int restarts;

    /** For codes of DCT scans. */
    BitReader(byte[] bytes, int at) {
        this(bytes, at, 0);
    }

    /**
     * For differences.
     *
     * @param atOnce most differences of a line
     */
    BitReader(byte[] bytes, int at, int atOnce) {
        this.bytes = bytes;
        this.segment = new EntropySegment(bytes, PADDING + MOST_BYTES * atOnce);
        open(at);
    }

    private void open(int at) {
        marker = segment.open(at);
        next = 0;
        bits = 0;
        count = 0;
    }

    /**
     * Differences of one line (H.1.2.2, modulo 2^16), as many at once as {@code table} gives.
     *
     * @param line filled with {@code count} differences, two bytes each, little endian; has {@link #SLACK} bytes more
     */
    void differences(DifferenceTable table, byte[] line, int count) throws CodecException {
        int end = 2 * count;
        int at = 0;
        while (at < end) {
            at = known(table.lookup, line, at, end);
            if (at < end) {
                DIFFERENCE.set(line, at, (short) difference(table.huffman));
                at += 2;
            }
        }
    }

    /**
     * Differences from {@code at} on as far as {@code lookup} knows them; where it has come to.
     *
     * <p>Its time is that of the chain from one entry to the next, so that there is nothing else in the loop: local copies
     * of the state, no branch but the one for codes that are not in the lookup, and bits enough for two entries at once.
     */
    private int known(long[] lookup, byte[] line, int from, int to) {
        byte[] data = segment.data;
        long window = bits;
        int have = count;
        int read = next;
        int at = from;
        int last = to - 4 * DifferenceTable.MOST;
        while (at <= last) {
            window |= (long) EIGHT.get(data, read) >>> have;
            read += (63 - have) >> 3;
            have |= FULL;
            long first = lookup[(int) (window >>> DifferenceTable.SHIFT)];
            DIFFERENCES.set(line, at, DifferenceTable.differences(window, first));
            window <<= first;
            at += DifferenceTable.bytes(first);
            long second = lookup[(int) (window >>> DifferenceTable.SHIFT)];
            DIFFERENCES.set(line, at, DifferenceTable.differences(window, second));
            window <<= second;
            at += DifferenceTable.bytes(second);
            have = (have - (int) first - (int) second) & 63;
            if (DifferenceTable.length(second) == 0) {
                break;
            }
        }
        keep(window, have, read);
        return at;
    }

    private void keep(long window, int have, int from) {
        bits = window;
        count = have;
        next = from;
    }

    /** One difference. */
    int difference(HuffmanTable table) throws CodecException {
        return symbol(table) >> HuffmanTable.VALUE_SHIFT;
    }

    /** One symbol with its value, as packed by {@link HuffmanTable}. */
    int symbol(HuffmanTable table) throws CodecException {
        if (count < ENOUGH) {
            refill();
        }
        int entry = table.lookup[(int) (bits >>> HuffmanTable.LOOKUP_SHIFT)];
        if ((entry & HuffmanTable.COMPLETE) != 0) {
            skip(entry & HuffmanTable.LENGTH);
            return entry;
        }
        return longCode(table, entry);
    }

    /** The next {@code n} bits, 0 to 16. */
    int take(int n) throws CodecException {
        if (n == 0) {
            return 0;
        }
        if (count < ENOUGH) {
            refill();
        }
        int value = (int) (bits >>> (Long.SIZE - n));
        skip(n);
        return value;
    }

    private int longCode(HuffmanTable table, int known) throws CodecException {
        int entry = known != 0 ? known : table.search((int) (bits >>> 48));
        skip(entry & HuffmanTable.LENGTH);
        int size = table.size(HuffmanTable.symbolOf(entry));
        int value = 0;
        if (size == 16) {
            value = 0x8000; // H.1.2.2: no bits follow; 32768 and −32768 are the same modulo 2^16
        } else if (size > 0) {
            int raw = (int) (bits >>> (Long.SIZE - size));
            skip(size);
            value = HuffmanTable.extended(raw, size);
        }
        return value << HuffmanTable.VALUE_SHIFT | HuffmanTable.symbolOf(entry) << HuffmanTable.SYMBOL_SHIFT;
    }

    private void skip(int n) {
        bits <<= n;
        count -= n;
    }

    private void refill() throws CodecException {
        if (next > segment.length + PADDING - Long.BYTES) {
            throw overrun();
        }
        bits |= (long) EIGHT.get(segment.data, next) >>> count;
        next += (63 - count) >> 3;
        count |= FULL;
    }

    /** Fails when bits were used that the segment does not hold. */
    void requireNoOverrun() throws CodecException {
        if (8L * next - count > 8L * segment.length) {
            throw overrun();
        }
    }

    private CodecException overrun() {
        return new CodecException("entropy-coded data ends too early, at byte " + marker);
    }

    /** Ends an interval and takes its restart marker (B.2.1). */
    void restart() throws CodecException {
        requireNoOverrun();
        int expected = 0xD0 + (restarts++ & 7);
        if (marker + 1 >= bytes.length || (bytes[marker + 1] & 0xFF) != expected) {
            throw new CodecException("no restart marker RST" + (expected & 7) + " at byte " + marker);
        }
        open(marker + 2);
    }

    /** Ends the scan; the offset of the marker after it, or the end of the stream. */
    int end() throws CodecException {
        requireNoOverrun();
        return marker;
    }
}
