package org.candela.codec.jpegls;

import org.candela.codec.stream.CodecException;

/**
 * Reversible colour transforms of HP's coder, named by an APP8 segment "mrfx"; T.87 knows none of them.
 *
 * <p>All arithmetic is modulo 2^bits, where bits is 8 or 16.
 */
enum ColourTransform {
    NONE,
    HP1,
    HP2,
    HP3;

    static ColourTransform ofCode(int code) throws CodecException {
        return switch (code) {
            case 0 -> NONE;
            case 1 -> HP1;
            case 2 -> HP2;
            case 3 -> HP3;
            default -> throw new CodecException("JPEG-LS: colour transform " + code + " is not supported");
        };
    }

    /** Brings {@code samples}, three a pixel, back to RGB. */
    void undo(short[] samples, int bits) {
        if (this == NONE) {
            return;
        }
        int mask = (1 << bits) - 1;
        int half = 1 << (bits - 1);
        for (int i = 0; i + 2 < samples.length; i += 3) {
            int v1 = samples[i] & mask;
            int v2 = samples[i + 1] & mask;
            int v3 = samples[i + 2] & mask;
            int green = this == HP3 ? (v1 - ((v2 + v3) >> 2) + half / 2) & mask : v2;
            int red = ((this == HP3 ? v3 : v1) + green - half) & mask;
            int blue =
                    switch (this) {
                        case HP1 -> v3 + green - half;
                        case HP2 -> v3 + ((red + green) >> 1) - half;
                        default -> v2 + green - half;
                    };
            samples[i] = (short) red;
            samples[i + 1] = (short) green;
            samples[i + 2] = (short) (blue & mask);
        }
    }
}
