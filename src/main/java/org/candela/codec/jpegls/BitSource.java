package org.candela.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.candela.codec.stream.CodecException;

/**
 * Bits of the entropy-coded segments, most significant first.
 *
 * <p>A segment is freed of its stuffed bits before it is read. After its last bit there are zeros, which are a code of
 * more zeros than any other, so that whoever reads bits need not ask whether there are any: {@link #golomb} notices, and
 * {@link #requireNoOverrun} after each line. {@link #clean}, {@link #next}, {@link #bits} and {@link #count} are open to
 * the loop over samples, which keeps them in registers.
 */
final class BitSource {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long LOWEST_OF_EACH = 0x0101010101010101L;
    private static final long HIGHEST_OF_EACH = 0x8080808080808080L;
    private static final int MARKER = 0xFF;
    private static final int FIRST_RESTART = 0xD0;
    /** Zeros after a segment, more than are read before an overrun is noticed. */
    private static final int PADDING = 64;
    /** Bits after {@link #fill}, at least. */
    static final int FULL = 56;
    /** Codes with fewer leading zeros than this are in {@link #FULL} bits, with a Golomb parameter of up to 16. */
    static final int MOST_ZEROS = FULL - 16;

    /** The segment without stuffed bits, then zeros. */
    final byte[] clean;
    /** First byte of {@link #clean} that is not wholly in {@link #bits}. */
    int next;
    /** The next bits, the first in the most significant place. */
    long bits;
    /** How many of {@link #bits} are valid; below them is nothing, or what follows. */
    int count;

    private final byte[] stream;
    private int start;
    private int marker;
    /** Bits of the segment. */
    private long length;

    BitSource(byte[] stream, int from) {
        this.stream = stream;
        this.clean = new byte[stream.length - from + PADDING];
        open(from);
    }

    private void open(int from) {
        start = from;
        int at = from;
        int to = 0;
        long held = 0; // fewer than eight bits
        int holds = 0;
        boolean isAfterOnes = false;
        while (at < stream.length && !isMarker(at)) {
            if (!isAfterOnes && at + Long.BYTES <= stream.length) {
                long eight = (long) LONGS.get(stream, at);
                if (((~eight - LOWEST_OF_EACH) & eight & HIGHEST_OF_EACH) == 0) { // no byte of ones
                    LONGS.set(clean, to, held | eight >>> holds);
                    held = eight << 1 << (63 - holds);
                    at += Long.BYTES;
                    to += Long.BYTES;
                    continue;
                }
            }
            int width = isAfterOnes ? 7 : 8;
            held |= (stream[at] & 0xFFL) << (Long.SIZE - width - holds);
            holds += width;
            isAfterOnes = stream[at++] == -1;
            if (holds >= Byte.SIZE) {
                clean[to++] = (byte) (held >>> (Long.SIZE - Byte.SIZE));
                held <<= Byte.SIZE;
                holds -= Byte.SIZE;
            }
        }
        Arrays.fill(clean, to, to + PADDING, (byte) 0);
        clean[to] = (byte) (held >>> (Long.SIZE - Byte.SIZE));
        length = 8L * to + holds;
        marker = at;
        keep(0, 0, 0);
    }

    private boolean isMarker(int at) {
        return stream[at] == -1 && at + 1 < stream.length && stream[at + 1] < 0;
    }

    /** Takes back what a loop has had in registers. */
    void keep(long newBits, int newCount, int newNext) {
        bits = newBits;
        count = newCount;
        next = newNext;
    }

    /** Eight bytes of {@link #clean}. */
    static long eight(byte[] clean, int at) {
        return (long) LONGS.get(clean, at);
    }

    /** Reads until {@link #FULL} bits are there. */
    void fill() {
        bits |= eight(clean, next) >>> count;
        next += (63 - count) >> 3;
        count |= FULL;
    }

    /** The next {@code n} bits, 0 to 16. */
    int read(int n) {
        fill();
        int value = (int) ((bits >>> 1) >>> (63 - n));
        skip(n);
        return value;
    }

    /** Passes {@code n} bits of those that {@link #fill} has brought. */
    void skip(int n) {
        bits <<= n;
        count -= n;
    }

    /**
     * A Golomb code of limited length (A.5.3).
     *
     * @param k Golomb parameter
     * @param escape zeros before the one that say that the value itself follows
     * @param escapeBits bits of that value
     */
    int golomb(int k, int escape, int escapeBits) throws CodecException {
        fill();
        int zeros = Long.numberOfLeadingZeros(bits);
        if (zeros >= Math.min(escape, MOST_ZEROS)) {
            return longGolomb(zeros, k, escape, escapeBits);
        }
        long rest = bits << zeros << 1;
        bits = rest << k;
        count -= zeros + 1 + k;
        return (zeros << k) | (int) (rest >>> 1 >>> (63 - k));
    }

    private int longGolomb(int zeros, int k, int escape, int escapeBits) throws CodecException {
        skip(Math.min(zeros, escape) + 1);
        requireNoOverrun();
        if (zeros > escape) {
            throw new CodecException("JPEG-LS: a code that no encoder writes, before byte " + position());
        }
        return zeros == escape ? read(escapeBits) + 1 : (zeros << k) | read(k);
    }

    /** Fails when bits were used that the segment does not hold. */
    void requireNoOverrun() throws CodecException {
        if (used() > length) {
            throw new CodecException("JPEG-LS: the coded data end early, at byte " + marker);
        }
    }

    private long used() {
        return 8L * next - count;
    }

    /** Passes restart marker {@code index} modulo 8 (C.1.1); bits before it are padding. */
    void passRestart(int index) throws CodecException {
        int expected = FIRST_RESTART + index % 8;
        boolean isThere = marker + 1 < stream.length && (stream[marker + 1] & MARKER) == expected;
        if (!isThere || length - used() >= Long.SIZE) {
            throw new CodecException("JPEG-LS: no restart marker at byte " + position());
        }
        open(marker + 2);
    }

    /** Byte of the stream that follows the bits read; for messages. */
    int position() {
        int at = start;
        long passed = 0;
        while (passed < used() && at < marker) {
            passed += at > start && stream[at - 1] == -1 ? 7 : 8;
            at++;
        }
        return at;
    }

    /** Where the marker after the segment is, or the end of the stream. */
    int end() {
        return marker;
    }
}
