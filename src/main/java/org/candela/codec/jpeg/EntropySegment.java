package org.candela.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bytes of one entropy-coded segment without the stuffed zeros (T.81 F.1.2.3) and fill bytes (B.1.1.2), and zeros
 * after them, so that whoever reads bits may take eight bytes at once and needs no test for markers.
 */
final class EntropySegment {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final int FIRST_CAPACITY = 4096;

    private final byte[] stream;
    private final int padding;
    /** Clean bytes, then zeros. */
    byte[] data = {};
    /** Bytes without the zeros. */
    int length;

    /**
     * Of a segment of {@code stream}.
     *
     * @param padding zeros after the last byte
     */
    EntropySegment(byte[] stream, int padding) {
        this.stream = stream;
        this.padding = padding;
    }

    /** Reads the segment that begins at {@code start}; where its marker is, or the end of the stream. */
    int open(int start) {
        length = 0;
        int from = start;
        while (true) {
            int ones = nextOnes(from);
            append(from, ones);
            int after = ones + 1 < stream.length ? stream[ones + 1] & 0xFF : -1;
            if (after == 0) {
                append(ones, ones + 1);
                from = ones + 2;
            } else if (after == 0xFF) {
                from = ones + 1; // a fill byte
            } else {
                Arrays.fill(data, length, length + padding, (byte) 0);
                return after < 0 ? stream.length : ones;
            }
        }
    }

    private int nextOnes(int from) {
        int at = from;
        while (at + Long.BYTES <= stream.length) {
            long next = (long) EIGHT.get(stream, at);
            if (((~next - ONES) & next & TOPS) != 0) { // one of the eight is 0xFF
                break;
            }
            at += Long.BYTES;
        }
        while (at < stream.length && stream[at] != -1) {
            at++;
        }
        return at;
    }

    private void append(int from, int to) {
        int count = Math.min(to, stream.length) - from;
        int needed = length + Math.max(0, count) + padding;
        if (data.length < needed) {
            int most = stream.length + padding;
            data = Arrays.copyOf(data, Math.min(most, Math.max(needed, Math.max(FIRST_CAPACITY, 2 * data.length))));
        }
        if (count > 0) {
            System.arraycopy(stream, from, data, length, count);
            length += count;
        }
    }
}
