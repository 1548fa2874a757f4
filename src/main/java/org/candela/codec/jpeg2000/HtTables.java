package org.candela.codec.jpeg2000;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Code tables of T.814: CxtVLC (Annex C, read from {@code cxtvlc.txt}), U-VLC prefixes (Table 3), MEL exponents (Table 2). */
final class HtTables {
    /** Bits of the longest codeword: an entry is found at {@code context << CODE_BITS | next bits}. */
    static final int CODE_BITS = 7;
    /** Bit of an entry that says that a U-VLC code follows. Bits 0 to 2 are the length of the codeword. */
    static final int U_OFF = 1 << 3;

    static final int RHO = 4;
    static final int E_1 = 8;
    static final int E_K = 12;

    /** U-VLC prefix by its next three bits: length, length of the suffix from bit 2, value from bit 5. */
    private static final int[] PREFIXES = {
        prefix(3, 5, 5), prefix(1, 0, 1), prefix(2, 0, 2), prefix(1, 0, 1),
        prefix(3, 1, 3), prefix(1, 0, 1), prefix(2, 0, 2), prefix(1, 0, 1)
    };

    private static final int[] MEL_EXPONENTS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};
    private static final int CONTEXTS = 8;
    private static final char[][] CODES = read();

    private HtTables() {}

    private static int prefix(int length, int suffixLength, int value) {
        return length | suffixLength << 2 | value << 5;
    }

    /** Entries of the first line pair, or of all others; not to be written to. */
    static char[] codes(int table) {
        return CODES[table];
    }

    static int prefix(int nextBits) {
        return PREFIXES[nextBits];
    }

    static int melExponent(int state) {
        return MEL_EXPONENTS[state];
    }

    static int lastMelState() {
        return MEL_EXPONENTS.length - 1;
    }

    private static char[][] read() {
        try (InputStream in = HtTables.class.getResourceAsStream("cxtvlc.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
            char[][] tables = new char[2][CONTEXTS << CODE_BITS];
            text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .forEach(fields -> {
                        char[] table = tables[Integer.parseInt(fields[0])];
                        int context = Integer.parseInt(fields[1]);
                        Arrays.stream(fields).skip(2).forEach(code -> put(Integer.parseInt(code, 16), table, context));
                    });
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a code at all indices whose low bits are its codeword; a place that is taken means a broken table. */
    private static void put(int code, char[] table, int context) {
        int length = code & 0xF;
        int word = code >>> 4 & 0xFF;
        int entry = length
                | (code >>> 20 & 1) << 3
                | code >>> 24 << RHO
                | (code >>> 12 & 0xF) << E_1
                | (code >>> 16 & 0xF) << E_K;
        for (int bits = word; bits < 1 << CODE_BITS; bits += 1 << length) {
            int at = context << CODE_BITS | bits;
            if (table[at] != 0) {
                throw new IllegalStateException("two codes at " + bits + " of context " + context);
            }
            table[at] = (char) entry;
        }
    }
}
