package org.candela.codec.jpeg;

import org.candela.codec.stream.CodecException;

/** The content of one marker segment, read forwards within its length (T.81 B.1.1.4). */
final class Segment {
    private final byte[] bytes;
    private final int end;
    private int at;

    private Segment(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    /** The segment whose length field is at {@code at}. */
    static Segment at(byte[] bytes, int at) throws CodecException {
        int length = at + 2 <= bytes.length ? (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF) : 0;
        if (length < 2 || length > bytes.length - at) {
            throw new CodecException("a segment at byte " + at + " reaches beyond the JPEG");
        }
        return new Segment(bytes, at + 2, at + length);
    }

    int end() {
        return end;
    }

    int left() {
        return end - at;
    }

    int one() throws CodecException {
        if (at >= end) {
            throw new CodecException("a segment that ends at byte " + end + " is too short");
        }
        return bytes[at++] & 0xFF;
    }

    int two() throws CodecException {
        return one() << 8 | one();
    }

    boolean startsWith(String text) {
        if (left() < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The byte {@code ahead} of the next one; −1 beyond the segment. */
    int peek(int ahead) {
        return at + ahead < end ? bytes[at + ahead] & 0xFF : -1;
    }

    /** Number of lines of the first DNL segment after this one (B.2.5); 0 when there is none. */
    int linesDefinedLater() {
        for (int i = end; i + 5 < bytes.length; i++) {
            boolean isDnl = (bytes[i] & 0xFF) == 0xFF && (bytes[i + 1] & 0xFF) == 0xDC;
            if (isDnl && bytes[i + 2] == 0 && bytes[i + 3] == 4) {
                return (bytes[i + 4] & 0xFF) << 8 | (bytes[i + 5] & 0xFF);
            }
        }
        return 0;
    }
}
