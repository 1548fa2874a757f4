package org.candela.demo;

import java.util.Map;

/** Writes SYNTHETIC into pixels, so that no picture of the demonstration is ever taken for a patient's. */
final class BurnedText {
    private static final String WORD = "SYNTHETIC";
    private static final int GLYPH_ROWS = 7;
    private static final int GLYPH_COLUMNS = 5;
    private static final int ADVANCE = GLYPH_COLUMNS + 1;

    /** Seven rows of five bits, the leftmost pixel in the highest bit. */
    private static final Map<Character, int[]> GLYPHS = Map.of(
            'S', new int[] {0x0F, 0x10, 0x10, 0x0E, 0x01, 0x01, 0x1E},
            'Y', new int[] {0x11, 0x11, 0x0A, 0x04, 0x04, 0x04, 0x04},
            'N', new int[] {0x11, 0x19, 0x15, 0x13, 0x11, 0x11, 0x11},
            'T', new int[] {0x1F, 0x04, 0x04, 0x04, 0x04, 0x04, 0x04},
            'H', new int[] {0x11, 0x11, 0x11, 0x1F, 0x11, 0x11, 0x11},
            'E', new int[] {0x1F, 0x10, 0x10, 0x1E, 0x10, 0x10, 0x1F},
            'I', new int[] {0x0E, 0x04, 0x04, 0x04, 0x04, 0x04, 0x0E},
            'C', new int[] {0x0E, 0x11, 0x10, 0x10, 0x10, 0x11, 0x0E});

    private BurnedText() {}

    /** Sets one pixel of the picture. */
    @FunctionalInterface
    interface Pen {
        void dot(int row, int column);
    }

    /** Writes with its upper left corner at ({@code row}, {@code column}), each dot {@code scale} pixels wide. */
    static void write(int row, int column, int scale, Pen pen) {
        for (int i = 0; i < WORD.length(); i++) {
            int[] glyph = GLYPHS.getOrDefault(WORD.charAt(i), new int[GLYPH_ROWS]);
            int left = column + i * ADVANCE * scale;
            for (int y = 0; y < GLYPH_ROWS * scale; y++) {
                for (int x = 0; x < GLYPH_COLUMNS * scale; x++) {
                    boolean isSet = (glyph[y / scale] >> (GLYPH_COLUMNS - 1 - x / scale) & 1) == 1;
                    if (isSet) {
                        pen.dot(row + y, left + x);
                    }
                }
            }
        }
    }

    /** Width of the word, pixels. */
    static int width(int scale) {
        return WORD.length() * ADVANCE * scale;
    }
}
