package org.candela.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.candela.codec.stream.CodecException;

/**
 * Bits of the entropy-coded segments, most significant first, without the bit stuffed after each byte of ones (T.87 A.1).
 *
 * <p>{@link #bits} and {@link #count} are open to the loop over samples, which keeps them in registers: the topmost
 * {@code count} bits are the next ones; what stands below them is either nothing or what follows.
 */
final class BitSource {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long LOWEST_OF_EACH = 0x0101010101010101L;
    private static final long HIGHEST_OF_EACH = 0x8080808080808080L;
    private static final int MARKER = 0xFF;
    /** With as many bits nearly every code is there. */
    static final int ENOUGH = 40;

    private static final int FIRST_RESTART = 0xD0;

    /** The next bits, the first in the most significant place. */
    long bits;
    /** How many of {@link #bits} are valid. */
    int count;

    private final byte[] data;
    private int at;
    private boolean isAfterOnes;

    BitSource(byte[] data, int from) {
        this.data = data;
        this.at = from;
    }

    /** Reads at least until 57 bits are there, or the segment ends. To be called with at most 56. */
    void fill() {
        if (!isAfterOnes && at + Long.BYTES <= data.length) {
            long next = (long) LONGS.get(data, at);
            long inverse = ~next;
            boolean holdsOnes = ((inverse - LOWEST_OF_EACH) & next & HIGHEST_OF_EACH) != 0;
            if (!holdsOnes) {
                int bytes = (Long.SIZE - count) >> 3;
                bits |= next >>> count;
                count += bytes << 3;
                at += bytes;
                return;
            }
        }
        fillByByte();
    }

    private void fillByByte() {
        while (count <= Long.SIZE - Byte.SIZE && at < data.length) {
            int next = data[at] & 0xFF;
            if (next == MARKER && at + 1 < data.length && data[at + 1] < 0) {
                return;
            }
            int width = isAfterOnes ? 7 : 8;
            bits |= (long) (isAfterOnes ? next & 0x7F : next) << (Long.SIZE - width - count);
            count += width;
            isAfterOnes = next == MARKER;
            at++;
        }
    }

    /** The next {@code n} bits, 0 to 16. */
    int read(int n) throws CodecException {
        if (count < n) {
            fill();
            requireBits(n);
        }
        int value = (int) ((bits >>> 1) >>> (63 - n));
        bits <<= n;
        count -= n;
        return value;
    }

    /** The next bit. */
    boolean take() throws CodecException {
        if (count == 0) {
            fill();
            requireBits(1);
        }
        boolean isOne = bits < 0;
        bits <<= 1;
        count--;
        return isOne;
    }

    /**
     * A Golomb code of limited length (A.5.3).
     *
     * @param k Golomb parameter
     * @param escape zeros before the one that say that the value itself follows
     * @param escapeBits bits of that value
     */
    int golomb(int k, int escape, int escapeBits) throws CodecException {
        if (count < ENOUGH) {
            fill();
        }
        int zeros = Long.numberOfLeadingZeros(bits);
        int length = zeros + 1 + k;
        if (length > count || zeros >= escape) {
            return longGolomb(k, escape, escapeBits);
        }
        long rest = bits << zeros << 1;
        bits = rest << k;
        count -= length;
        return (zeros << k) | (int) (rest >>> 1 >>> (63 - k));
    }

    private int longGolomb(int k, int escape, int escapeBits) throws CodecException {
        int zeros = zeros(escape);
        return zeros == escape ? read(escapeBits) + 1 : (zeros << k) | read(k);
    }

    private int zeros(int most) throws CodecException {
        int zeros = 0;
        while (true) {
            if (count <= Long.SIZE - Byte.SIZE) {
                fill();
            }
            requireBits(1);
            int run = Math.min(Long.numberOfLeadingZeros(bits), count);
            zeros += run;
            if (zeros > most) {
                throw new CodecException("JPEG-LS: a code that no encoder writes, before byte " + at);
            }
            boolean isClosed = run < count;
            int used = isClosed ? run + 1 : run;
            bits = bits << (used - 1) << 1;
            count -= used;
            if (isClosed) {
                return zeros;
            }
        }
    }

    private void requireBits(int n) throws CodecException {
        if (count < n) {
            throw new CodecException("JPEG-LS: the coded data end early, at byte " + at);
        }
    }

    /** Passes restart marker {@code index} modulo 8 (C.1.1); bits before it are padding. */
    void passRestart(int index) throws CodecException {
        bits = 0;
        count = 0;
        isAfterOnes = false;
        int marker = FIRST_RESTART + index % 8;
        if (at + 1 >= data.length || (data[at] & 0xFF) != MARKER || (data[at + 1] & 0xFF) != marker) {
            throw new CodecException("JPEG-LS: no restart marker at byte " + at);
        }
        at += 2;
    }

    /** Where reading has come to: never beyond a marker. */
    int position() {
        return at;
    }
}
