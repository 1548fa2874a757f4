package org.candela.codec.jpeg2000;

/** Bits of packet headers (T.800 B.10.1): behind a byte FF, the first bit of the next is stuffed. Zeros behind the end. */
final class PacketBits {
    private final byte[] bytes;
    private final int end;
    private int at;
    private int held;
    private int count;
    private boolean isExhausted;

    PacketBits(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    int next() {
        if (count == 0) {
            count = held == 0xFF ? 7 : 8;
            held = at < end ? bytes[at] & 0xFF : 0;
            isExhausted |= at >= end;
            at++;
        }
        count--;
        return held >> count & 1;
    }

    int next(int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 1 | next();
        }
        return value;
    }

    /** Ends a header: to the next byte, over a stuffed one. */
    void align() {
        if (held == 0xFF && at < end) {
            at++;
        }
        held = 0;
        count = 0;
    }

    /** Whether bits were asked for that are not there. */
    boolean isExhausted() {
        return isExhausted;
    }

    boolean isAtEnd() {
        return at >= end;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    /** Whether nothing is left but what may be the first half of a marker. */
    boolean isCutWithin(int marker) {
        return at == end - 1 && (bytes[at] & 0xFF) == marker >> 8;
    }

    /** Skips a marker that stands here, with what follows it. */
    void skipMarker(int marker, int length) {
        if (at + 1 < end && (bytes[at] & 0xFF) == marker >> 8 && (bytes[at + 1] & 0xFF) == (marker & 0xFF)) {
            at = Math.min(end, at + length);
        }
    }
}
