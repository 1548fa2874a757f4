package org.candela.codec.jpeg2000;

import java.util.Arrays;
import org.candela.codec.stream.CodecException;

/** Reads big-endian numbers out of a part of an array; running over its end is an error of the codestream. */
final class ByteCursor {
    private final byte[] bytes;
    private final int end;
    private int at;

    /** From index {@code from} up to {@code end}, which lie inside of the array. */
    ByteCursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    int position() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    int unsigned8() throws CodecException {
        require(1);
        return bytes[at++] & 0xFF;
    }

    int unsigned16() throws CodecException {
        require(2);
        at += 2;
        return (bytes[at - 2] & 0xFF) << 8 | (bytes[at - 1] & 0xFF);
    }

    int int32() throws CodecException {
        return unsigned16() << 16 | unsigned16();
    }

    long unsigned32() throws CodecException {
        return int32() & 0xFFFF_FFFFL;
    }

    void skip(int count) throws CodecException {
        require(count);
        at += count;
    }

    /** The next {@code count} bytes, by themselves. */
    ByteCursor take(int count) throws CodecException {
        require(count);
        at += count;
        return new ByteCursor(bytes, at - count, at);
    }

    /** The bytes not yet read. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, at, end);
    }

    private void require(int count) throws CodecException {
        if (count < 0 || count > end - at) {
            throw new CodecException(count + " bytes wanted at " + at + " where " + (end - at) + " are left");
        }
    }
}
