package org.candela.calibration.pattern;

import java.util.List;

/** Small objects at device pixels: letters, points, groups of lines. */
final class ResolutionPatterns {
    /** Side of one group of lines. */
    static final int GROUP = 24;

    /** Four groups beside each other, two rows. */
    static final int PATCH_WIDTH = 4 * GROUP;

    static final int PATCH_HEIGHT = 2 * GROUP;
    /** Height of the row of letters below a patch. */
    static final int LETTERS_HEIGHT = 15;

    /** Contrast of letters and points: full, three quarters, a half, a quarter. */
    static final List<Integer> LEVELS = List.of(255, 191, 128, 64);

    /** From a point to the next, and a line of letters to the next. */
    static final int POINT_PITCH = 32;

    static final int LETTER_CELL_WIDTH = 24;
    static final int LETTER_CELL_HEIGHT = 16;
    private static final String LETTERS = "Cx";
    private static final int LOW = 128;
    private static final int LOW_LINE = 130;

    private ResolutionPatterns() {}

    /** The letters Cx in rows over the whole screen, one pixel a dot, the contrast falling from row to row and round again. */
    static PatternPainter letters() {
        return (canvas, request) -> {
            canvas.fill(0);
            for (int row = 0; row * LETTER_CELL_HEIGHT < canvas.height(); row++) {
                int level = LEVELS.get(row % LEVELS.size());
                for (int column = 0; column * LETTER_CELL_WIDTH < canvas.width(); column++) {
                    letters(canvas, column * LETTER_CELL_WIDTH + 6, row * LETTER_CELL_HEIGHT + 4, level);
                }
            }
        };
    }

    /** Single pixels on black, the contrast falling from row to row and round again. */
    static PatternPainter points() {
        int half = POINT_PITCH / 2;
        return (canvas, request) -> {
            canvas.fill(0);
            for (int y = half; y < canvas.height(); y += POINT_PITCH) {
                for (int x = half; x < canvas.width(); x += POINT_PITCH) {
                    canvas.fill(new Box(x, y, 1, 1), LEVELS.get(y / POINT_PITCH % LEVELS.size()));
                }
            }
        };
    }

    /**
     * Lines of one and two pixels: v1 v2 h1 h2 from left to right, 0 and 255 above, 128 and 130 below. Never scaled: a line
     * is a device pixel.
     */
    static void linePairs(GreyCanvas canvas, int left, int top) {
        for (int column = 0; column < 4; column++) {
            int thickness = 1 + column % 2;
            boolean isVertical = column < 2;
            GreyCanvas.Levels high = (x, y) -> (isVertical ? x : y) / thickness % 2 == 0 ? 0 : LevelScale.WHITE;
            GreyCanvas.Levels low = (x, y) -> (isVertical ? x : y) / thickness % 2 == 0 ? LOW : LOW_LINE;
            canvas.draw(new Box(left + column * GROUP, top, GROUP, GROUP), high);
            canvas.draw(new Box(left + column * GROUP, top + GROUP, GROUP, GROUP), low);
        }
    }

    /** Cx at four contrasts on black, as wide as a patch of line pairs. */
    static void letterRow(GreyCanvas canvas, int left, int top) {
        canvas.fill(new Box(left, top, PATCH_WIDTH, LETTERS_HEIGHT), 0);
        for (int i = 0; i < LEVELS.size(); i++) {
            letters(canvas, left + i * GROUP + 6, top + 4, LEVELS.get(i));
        }
    }

    private static void letters(GreyCanvas canvas, int x, int y, int level) {
        for (int i = 0; i < LETTERS.length(); i++) {
            Box place = new Box(x + i * DotLetters.PITCH, y, DotLetters.WIDTH, DotLetters.HEIGHT);
            DotLetters.draw(canvas, LETTERS.charAt(i), place, level);
        }
    }
}
