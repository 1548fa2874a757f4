package org.candela.codec.jpeg2000;

/** Bits of a segment that bypasses arithmetic coding (T.800 D.6): a zero is stuffed behind each FF. */
final class RawBits {
    private byte[] bytes = {};
    private int at;
    private int end;
    private int held;
    private int count;

    void start(byte[] segment, int from, int length) {
        bytes = segment;
        at = from;
        end = from + length;
        held = 0;
        count = 0;
    }

    /** The next bit; ones behind the end. */
    int next() {
        if (count == 0) {
            count = held == 0xFF ? 7 : 8;
            held = at < end ? bytes[at++] & 0xFF : 0xFF;
        }
        count--;
        return held >> count & 1;
    }
}
