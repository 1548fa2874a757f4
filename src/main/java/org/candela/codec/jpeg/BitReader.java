package org.candela.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.candela.codec.stream.CodecException;

/**
 * Bits of entropy-coded segments (T.81 F.2.2.5), without the stuffed zero bytes.
 *
 * <p>At a marker or at the end zeros are delivered and counted, so that the hot loops need no test; {@link
 * #requireNoOverrun} tells whether one of them was used.
 */
final class BitReader {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    /** A Huffman code of 16 bits and 15 bits of value fit. */
    private static final int ENOUGH = 32;

    private final byte[] bytes;
    private int at;
    /** Next bits, left-aligned; below {@code count} bits follow parts of the byte at {@code at}, or zeros. */
    private long bits;

    private int count;
    private int invented;
    private int restarts;

    BitReader(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** Differences of one line (H.1.2.2, modulo 2^16) by one table. Local copies keep the state in registers. */
    void differences(HuffmanTable table, int[] line, int width) throws CodecException {
        int[] lookup = table.lookup;
        long window = bits;
        int have = count;
        for (int i = 0; i < width; i++) {
            if (have < ENOUGH) {
                bits = window;
                count = have;
                refill();
                window = bits;
                have = count;
            }
            int entry = lookup[(int) (window >>> HuffmanTable.LOOKUP_SHIFT)];
            if ((entry & HuffmanTable.COMPLETE) != 0) {
                int length = entry & HuffmanTable.LENGTH;
                window <<= length;
                have -= length;
                line[i] = entry >> HuffmanTable.VALUE_SHIFT;
            } else {
                bits = window;
                count = have;
                line[i] = longCode(table, entry) >> HuffmanTable.VALUE_SHIFT;
                window = bits;
                have = count;
            }
        }
        bits = window;
        count = have;
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
    int take(int n) {
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

    private void refill() {
        if (at + 8 <= bytes.length) {
            long next = (long) EIGHT.get(bytes, at);
            if (((~next - ONES) & next & TOPS) == 0) { // no byte is 0xFF
                bits |= next >>> count;
                int whole = (63 - count) >> 3;
                at += whole;
                count += whole << 3;
                return;
            }
        }
        refillByByte();
    }

    private void refillByByte() {
        while (count <= 56) {
            int next = at < bytes.length ? bytes[at] & 0xFF : -1;
            if (next == 0xFF) {
                int after = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : -1;
                if (after == 0xFF) {
                    at++; // a fill byte (B.1.1.2)
                    continue;
                }
                at += after == 0 ? 2 : 0;
                next = after == 0 ? 0xFF : -1;
            } else if (next >= 0) {
                at++;
            }
            if (next < 0) {
                invented += 8;
            } else {
                bits |= (long) next << (56 - count);
            }
            count += 8;
        }
    }

    /** Fails when bits were used that the segment does not hold. */
    void requireNoOverrun() throws CodecException {
        if (count < invented) {
            throw new CodecException("entropy-coded data ends too early, at byte " + at);
        }
    }

    /** Ends an interval and takes its restart marker (B.2.1). */
    void restart() throws CodecException {
        requireNoOverrun();
        int marker = nextMarker();
        int expected = 0xD0 + (restarts++ & 7);
        if (marker != expected) {
            throw new CodecException("no restart marker RST" + (expected & 7) + " at byte " + at);
        }
        at += 2;
    }

    /** Leaves the segment: {@code at} is at the next marker, or at the end. Bytes before it are padding. */
    private int nextMarker() {
        bits = 0;
        count = 0;
        invented = 0;
        while (at + 1 < bytes.length) {
            int code = bytes[at + 1] & 0xFF;
            if ((bytes[at] & 0xFF) == 0xFF && code != 0 && code != 0xFF) {
                return code;
            }
            at++;
        }
        at = bytes.length;
        return -1;
    }

    /** Ends the scan; the offset of the marker after it. */
    int end() throws CodecException {
        requireNoOverrun();
        nextMarker();
        return at;
    }
}
