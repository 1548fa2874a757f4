package org.candela.calibration.pattern;

/** The simple pattern of Report 270: eighteen squares in a winding line, each with a darker and a brighter lattice. */
final class SqcPattern implements PatternPainter {
    static final int BACKGROUND = 128;
    private static final int COLUMNS = 6;
    private static final int ROWS = 3;
    private static final int SQUARE = 128;
    private static final int LATTICE = 32;
    /** Pixels, never scaled. */
    private static final int PERIOD = 6;

    private static final int CONTRAST = 5;
    private static final int END_CONTRAST = 3;
    private static final int STRIP = 64;
    private static final int LAST = ROWS * COLUMNS - 1;

    @Override
    public void paint(GreyCanvas canvas, PatternRequest request) {
        Sheet sheet = new Sheet(canvas);
        canvas.fill(BACKGROUND);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                square(sheet, row, column);
            }
        }
        for (int k = 0; k < 3; k++) {
            sheet.fill(128 + 256 * k, 640, 256, 256, Math.min(LevelScale.WHITE, 128 * k));
        }
        strip(sheet);
        Label.put(sheet, "SYN-SQC SYNTHETIC", 32, BACKGROUND - 75);
    }

    /** Place in the winding line: (6i + 2.5 − 2.5·(−1)^i + j·(−1)^i). */
    static int index(int row, int column) {
        return row % 2 == 0 ? COLUMNS * row + column : COLUMNS * row + 5 - column;
    }

    private static void square(Sheet sheet, int row, int column) {
        int index = index(row, column);
        int level = 15 * index;
        int x = 160 * column + 48;
        int y = 128 * (row + 1) + 32 * (row - 1);
        sheet.fill(x, y, SQUARE, SQUARE, level);
        lattice(sheet, sheet.box(x + 16, y + 16, LATTICE, LATTICE), level, index == 0 ? END_CONTRAST : -CONTRAST);
        lattice(sheet, sheet.box(x + 80, y + 80, LATTICE, LATTICE), level, index == LAST ? -END_CONTRAST : CONTRAST);
    }

    private static void lattice(Sheet sheet, Box box, int level, int contrast) {
        sheet.canvas().columns(box, x -> x % PERIOD < PERIOD / 2 ? level + contrast : level);
    }

    /** From black to white, and at its end lines of one pixel: upright, then level. */
    private static void strip(Sheet sheet) {
        int y = Sheet.SIDE - STRIP;
        int ends = Sheet.SIDE - 2 * STRIP;
        sheet.fill(0, y, STRIP, STRIP, 0);
        Box ramp = sheet.box(STRIP, y, ends - STRIP, STRIP);
        sheet.canvas().columns(ramp, x -> (double) LevelScale.WHITE * x / (ramp.width() - 1));
        sheet.canvas().columns(sheet.box(ends, y, STRIP, STRIP), x -> x % 2 * LevelScale.WHITE);
        sheet.canvas().rows(sheet.box(ends + STRIP, y, STRIP, STRIP), row -> row % 2 * LevelScale.WHITE);
    }
}
