package org.candela.codec;

/** Markers before the first scan of a JPEG stream (T.81 B.2.4, JFIF, Adobe TN 5116). */
final class JpegMarkers {
    private static final int APP0 = 0xE0;
    private static final int APP14 = 0xEE;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ADOBE_TRANSFORM = 11;

    private JpegMarkers() {}

    /** What a stream says of its three components. */
    enum Colour {
        RGB,
        YBR,
        UNSTATED
    }

    static Colour colour(byte[] bytes) {
        Colour found = Colour.UNSTATED;
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            int length = (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
            if (marker == START_OF_SCAN || length < 2) {
                return found;
            }
            if (marker == APP14 && length > ADOBE_TRANSFORM + 2 && startsWith(bytes, at + 4, "Adobe")) {
                return at + 4 + ADOBE_TRANSFORM < bytes.length && bytes[at + 4 + ADOBE_TRANSFORM] == 0
                        ? Colour.RGB
                        : Colour.YBR;
            }
            if (marker == APP0 && startsWith(bytes, at + 4, "JFIF")) {
                found = Colour.YBR;
            }
            at += 2 + length;
        }
        return found;
    }

    private static boolean startsWith(byte[] bytes, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at + i >= bytes.length || bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
