package org.candela.codec.jpeg2000;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.candela.codec.stream.CodecException;

/**
 * A bit stream of T.814 with its stuffing bits taken out beforehand, lowest bit first (7.1).
 *
 * <p>Readers keep the position in a local variable and look at up to 57 bits at once; behind the last bit stands a
 * margin for what one row of quads may read before {@link #requireWithin} is asked.
 */
final class HtBits {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = {};
    private int used;
    private long pending;
    private int pendingBits;
    private int count;

    /** Bits from {@code from} on upwards; a byte behind FF has seven (7.1.2, 7.1.5). */
    void readForward(byte[] source, int from, int end, int margin) {
        begin(end - from + margin);
        int last = 0;
        for (int at = from; at < end; at++) {
            int value = source[at] & 0xFF;
            put(value, last == 0xFF ? 7 : 8);
            last = value;
        }
    }

    /** Bits from {@code last} on downwards to {@code first}; a byte x1111111 behind one above 8F has seven (7.1.4). */
    void readBackward(byte[] source, int first, int last, int previous) {
        int before = previous;
        for (int at = last; at >= first; at--) {
            int value = source[at] & 0xFF;
            put(value, before > 0x8F && (value & 0x7F) == 0x7F ? 7 : 8);
            before = value;
        }
    }

    void begin(int capacity) {
        int needed = capacity + 2 * Long.BYTES;
        if (bytes.length < needed) {
            bytes = new byte[needed];
        }
        used = 0;
        pending = 0;
        pendingBits = 0;
    }

    void put(int value, int bits) {
        pending |= (long) (value & ((1 << bits) - 1)) << pendingBits;
        pendingBits += bits;
        if (pendingBits >= Integer.SIZE) {
            LONGS.set(bytes, used, pending);
            used += Integer.BYTES;
            pending >>>= Integer.SIZE;
            pendingBits -= Integer.SIZE;
        }
    }

    /** Ends the stream; {@code filler} 0 or −1 is what comes behind its bits. */
    void finish(int filler) {
        count = used * Byte.SIZE + pendingBits;
        LONGS.set(bytes, used, pending | (long) filler << pendingBits);
        Arrays.fill(bytes, used + Long.BYTES, bytes.length, (byte) filler);
    }

    /** The bits from {@code position} on, at least 57 of them. */
    long at(int position) {
        return (long) LONGS.get(bytes, position >>> 3) >>> (position & 7);
    }

    void requireWithin(int position, int surplus) throws CodecException {
        if (position > count + surplus) {
            throw new CodecException("a high-throughput code block reads beyond its " + count / Byte.SIZE + " bytes");
        }
    }

    /** One bit; behind the end of the stream 0. For the refinement passes, which read bit by bit. */
    int bit(int position) {
        return position >= count ? 0 : bytes[position >>> 3] >>> (position & 7) & 1;
    }
}
