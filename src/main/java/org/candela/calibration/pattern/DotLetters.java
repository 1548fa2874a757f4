package org.candela.calibration.pattern;

import java.util.Map;

/** Letters of 5 × 7 dots, our own, so that a pattern needs no font of the system and is the same everywhere. */
final class DotLetters {
    static final int WIDTH = 5;
    static final int HEIGHT = 7;
    /** From a letter to the next. */
    static final int PITCH = 6;

    /** Rows from the top, each five dots from the left in the bits 16, 8, 4, 2, 1. */
    private static final Map<Character, int[]> DOTS = Map.ofEntries(
            glyph('A', 14, 17, 17, 31, 17, 17, 17),
            glyph('B', 30, 17, 17, 30, 17, 17, 30),
            glyph('C', 14, 17, 16, 16, 16, 17, 14),
            glyph('D', 30, 17, 17, 17, 17, 17, 30),
            glyph('E', 31, 16, 16, 30, 16, 16, 31),
            glyph('F', 31, 16, 16, 30, 16, 16, 16),
            glyph('G', 14, 17, 16, 23, 17, 17, 15),
            glyph('H', 17, 17, 17, 31, 17, 17, 17),
            glyph('I', 14, 4, 4, 4, 4, 4, 14),
            glyph('L', 16, 16, 16, 16, 16, 16, 31),
            glyph('M', 17, 27, 21, 21, 17, 17, 17),
            glyph('N', 17, 25, 21, 19, 17, 17, 17),
            glyph('O', 14, 17, 17, 17, 17, 17, 14),
            glyph('P', 30, 17, 17, 30, 16, 16, 16),
            glyph('Q', 14, 17, 17, 17, 21, 18, 13),
            glyph('R', 30, 17, 17, 30, 20, 18, 17),
            glyph('S', 15, 16, 16, 14, 1, 1, 30),
            glyph('T', 31, 4, 4, 4, 4, 4, 4),
            glyph('U', 17, 17, 17, 17, 17, 17, 14),
            glyph('X', 17, 17, 10, 4, 10, 17, 17),
            glyph('Y', 17, 17, 10, 4, 4, 4, 4),
            glyph('x', 0, 0, 17, 10, 4, 10, 17),
            glyph('-', 0, 0, 0, 31, 0, 0, 0),
            glyph(' ', 0, 0, 0, 0, 0, 0, 0));

    private DotLetters() {}

    /** Dots that {@code text} is wide. */
    static int width(String text) {
        return text.length() * PITCH - 1;
    }

    /** Draws a letter with {@code dot} pixels a dot, its upper left corner at ({@code x}, {@code y}). */
    static void draw(GreyCanvas canvas, char letter, Box place, double level) {
        int[] rows = DOTS.getOrDefault(letter, new int[HEIGHT]);
        int dot = place.width() / WIDTH;
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                if ((rows[row] >> (WIDTH - 1 - column) & 1) == 1) {
                    canvas.fill(new Box(place.left() + column * dot, place.top() + row * dot, dot, dot), level);
                }
            }
        }
    }

    /** Draws a line of text centred on column {@code x}, {@code dot} pixels a dot. */
    static void centred(GreyCanvas canvas, String text, int x, int y, int dot, double level) {
        int left = x - width(text) * dot / 2;
        for (int i = 0; i < text.length(); i++) {
            draw(canvas, text.charAt(i), new Box(left + i * PITCH * dot, y, WIDTH * dot, HEIGHT * dot), level);
        }
    }

    private static Map.Entry<Character, int[]> glyph(char letter, int... rows) {
        return Map.entry(letter, rows);
    }
}
