package org.candela.codec.jpeg2000;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Codestreams that OpenJPEG made of {@link #sample}; the names say with which options. */
final class Streams {
    static final int COLUMNS = 45;
    static final int ROWS = 37;

    private Streams() {}

    static byte[] of(String name) {
        try (InputStream stream = Streams.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no stream " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A ramp with an edge and some noise, of {@code bits} bits; the same that the streams were made of. */
    static int sample(int x, int y, int component, int bits) {
        int noise = (x * 7919 + y * 104_729 + component * 1299 + x * y * 31) % 61;
        int value = 20 * x + 9 * y + 40 * component + noise + (x > 20 && y < 19 ? 500 : 0);
        return bits >= 11 ? value << (bits - 11) : value >> (11 - bits);
    }
}
