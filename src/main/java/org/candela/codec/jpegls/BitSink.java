package org.candela.codec.jpegls;

import java.util.Arrays;

/** Writes bits, most significant first, with a zero bit stuffed after each byte of ones (T.87 A.1). */
final class BitSink {
    private static final int ONES = 0xFF;
    /** Most bytes that one flush of the buffer writes. */
    private static final int FLUSH = 16;

    private byte[] bytes;
    private int size;
    private long bits;
    private int count;
    private boolean isAfterOnes;

    BitSink(int capacity) {
        this.bytes = new byte[Math.max(FLUSH, capacity)];
    }

    /** Writes the lowest {@code n} bits of {@code value}, whose other bits are 0; 0 to 32 of them. */
    void write(int value, int n) {
        if (count + n > Long.SIZE) {
            flush();
        }
        bits = (bits << n) | value;
        count += n;
    }

    /** Writes {@code n} zeros and a one. */
    void zerosThenOne(int n) {
        int zeros = n;
        while (zeros > 31) {
            write(0, 31);
            zeros -= 31;
        }
        write(1, zeros + 1);
    }

    /** A Golomb code of limited length (A.5.3). */
    void golomb(int code, int k, int escape, int escapeBits) {
        int zeros = code >> k;
        if (zeros < escape) {
            zerosThenOne(zeros);
            write(code & ((1 << k) - 1), k);
        } else {
            zerosThenOne(escape);
            write(code - 1, escapeBits);
        }
    }

    /** Leaves fewer than 8 bits in the buffer. */
    private void flush() {
        if (size + FLUSH > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length + (bytes.length >> 1) + FLUSH);
        }
        while (count >= 8) {
            emit();
        }
    }

    private void emit() {
        count -= width();
        int next = (int) (bits >>> count) & ((1 << width()) - 1);
        bytes[size++] = (byte) next;
        isAfterOnes = next == ONES;
    }

    /** Data bits of the next byte. */
    private int width() {
        return isAfterOnes ? 7 : 8;
    }

    /** Pads the last byte with zeros, so that no marker follows a byte of ones; all bytes written. */
    byte[] finish() {
        flush();
        if (count > 0 || isAfterOnes) {
            write(0, width() - count);
            emit();
        }
        return Arrays.copyOf(bytes, size);
    }
}
