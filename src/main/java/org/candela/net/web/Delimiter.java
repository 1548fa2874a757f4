package org.candela.net.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What stands between the parts of a multipart body, and where it stands (Horspool 1980: most bytes are never looked at). */
final class Delimiter {
    private final byte[] bytes;
    /** How far a window whose last byte is this may move without passing the delimiter by. */
    private final int[] shifts = new int[256];

    Delimiter(String boundary) {
        bytes = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        Arrays.fill(shifts, bytes.length);
        for (int i = 0; i < bytes.length - 1; i++) {
            shifts[bytes[i] & 0xFF] = bytes.length - 1 - i;
        }
    }

    int length() {
        return bytes.length;
    }

    boolean standsAt(byte[] text, int offset) {
        return Arrays.equals(text, offset, offset + bytes.length, bytes, 0, bytes.length);
    }

    /** The first place where all of it stands from {@code from} on, before {@code to}; -1 where there is none. */
    int find(byte[] text, int from, int to) {
        int last = bytes.length - 1;
        for (int window = from; window + last < to; window += shifts[text[window + last] & 0xFF]) {
            if (text[window + last] == bytes[last] && standsAt(text, window)) {
                return window;
            }
        }
        return -1;
    }
}
