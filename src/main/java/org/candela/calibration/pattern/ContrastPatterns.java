package org.candela.calibration.pattern;

/** Low contrast at many levels: steps with half-moons, and faint lines near black. */
final class ContrastPatterns {
    static final int CELL = 102;
    static final int MOON_DIAMETER = 34;
    static final int MOON_CONTRAST = 2;
    static final int FAINT_CELLS = 7;
    static final int FAINT_CELL = 60;
    private static final int BACKGROUND = 128;
    private static final int STEPS_A_SIDE = 4;
    private static final int LABEL = 48;

    private ContrastPatterns() {}

    /** Sixteen adjacent squares in a winding line, each with a disc, darker left and brighter right, and four corners. */
    static PatternPainter halfMoons() {
        return (canvas, request) -> {
            Sheet sheet = new Sheet(canvas);
            canvas.fill(BACKGROUND);
            for (int i = 0; i < QcPattern.PATCHES; i++) {
                Box cell = cell(i);
                int level = QcPattern.level(i);
                sheet.fill(cell.left(), cell.top(), CELL, CELL, level);
                QcPattern.corners(sheet, cell, level);
                moon(sheet, cell, level);
            }
            Label.put(sheet, "SYN-CT SYNTHETIC", 950, BACKGROUND + 63);
        };
    }

    /** Units of step {@code index}. */
    static Box cell(int index) {
        int row = index / STEPS_A_SIDE;
        int along = index % STEPS_A_SIDE;
        int column = row % 2 == 0 ? along : STEPS_A_SIDE - 1 - along;
        int first = (Sheet.SIDE - STEPS_A_SIDE * CELL) / 2;
        return new Box(first + column * CELL, first + row * CELL, CELL, CELL);
    }

    private static void moon(Sheet sheet, Box cell, int level) {
        Box middle = sheet.box(cell.left() + CELL / 2, cell.top() + CELL / 2, 1, 1);
        double radius = MOON_DIAMETER * sheet.scale() / 2.0;
        int x = middle.left();
        sheet.canvas().halfDisc(x, middle.top(), radius, level - MOON_CONTRAST, Integer.MIN_VALUE, x);
        sheet.canvas().halfDisc(x, middle.top(), radius, level + MOON_CONTRAST, x, Integer.MAX_VALUE);
    }

    /**
     * Level lines of two pixels every four in seven by seven cells on black: the cell's level rises by 4 from row to row, the
     * contrast of its lines by 1 from column to column.
     */
    static PatternPainter faintLines() {
        return (canvas, request) -> {
            Sheet sheet = new Sheet(canvas);
            canvas.fill(0);
            int first = (Sheet.SIDE - FAINT_CELLS * FAINT_CELL) / 2;
            for (int row = 0; row < FAINT_CELLS; row++) {
                for (int column = 0; column < FAINT_CELLS; column++) {
                    int level = 4 * row;
                    int contrast = column + 1;
                    Box cell = sheet.box(first + column * FAINT_CELL, first + row * FAINT_CELL, FAINT_CELL, FAINT_CELL);
                    canvas.rows(cell, y -> y % 4 < 2 ? level : level + contrast);
                }
            }
            Label.put(sheet, "SYN-AD SYNTHETIC", 850, LABEL);
        };
    }
}
