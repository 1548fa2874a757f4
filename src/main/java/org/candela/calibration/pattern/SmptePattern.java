package org.candela.calibration.pattern;

/** The pattern after SMPTE RP 133: grid, eleven steps, the ends of the scale, groups of lines, bars. */
final class SmptePattern implements PatternPainter {
    static final int BACKGROUND = 128;
    static final int GRID = 191;
    static final int STEP = 96;
    static final int STEPS = 11;
    private static final int PITCH = 102;
    private static final int MARGIN = 16;
    private static final int GROUP = 24;
    private static final int LOW = 122;
    private static final int LOW_LINE = 135;
    /** Columns and rows of the steps in order, in steps from the middle of the ring. */
    private static final int[][] RING = {
        {-2, 1}, {-2, 0}, {-2, -1}, {-2, -2}, {-1, -2}, {0, -2}, {1, -2}, {1, -1}, {1, 0}, {1, 1}, {0, 1}
    };

    @Override
    public void paint(GreyCanvas canvas, PatternRequest request) {
        Sheet sheet = new Sheet(canvas);
        canvas.fill(BACKGROUND);
        grid(canvas, sheet.scale());
        for (int i = 0; i < STEPS; i++) {
            Box step = step(i);
            sheet.fill(step.left(), step.top(), STEP, STEP, level(i));
        }
        ends(sheet);
        bars(sheet);
        int far = MARGIN + 3 * GROUP;
        groups(canvas, canvas.width() / 2 - 3 * GROUP / 2, canvas.height() / 2 - GROUP);
        groups(canvas, MARGIN, MARGIN);
        groups(canvas, canvas.width() - far, MARGIN);
        groups(canvas, MARGIN, canvas.height() - MARGIN - 2 * GROUP);
        groups(canvas, canvas.width() - far, canvas.height() - MARGIN - 2 * GROUP);
        Label.put(sheet, "SYN-SMPTE SYNTHETIC", 960, GRID);
    }

    /** 0 %, 10 %, … 100 %. */
    static double level(int index) {
        return Math.round(LevelScale.WHITE * index / 10.0);
    }

    /** Units of a step. */
    static Box step(int index) {
        int middle = Sheet.SIDE / 2;
        return new Box(middle + RING[index][0] * STEP, middle + RING[index][1] * STEP, STEP, STEP);
    }

    private static void grid(GreyCanvas canvas, int scale) {
        int pitch = PITCH * scale;
        for (int x = canvas.width() / 2 % pitch; x < canvas.width(); x += pitch) {
            canvas.fill(new Box(x - 1, 0, 2, canvas.height()), GRID);
        }
        for (int y = canvas.height() / 2 % pitch; y < canvas.height(); y += pitch) {
            canvas.fill(new Box(0, y - 1, canvas.width(), 2), GRID);
        }
        canvas.outline(canvas.all(), 2, GRID);
    }

    /** 5 % within 0 % and 95 % within 100 %, below the steps. */
    private static void ends(Sheet sheet) {
        int y = Sheet.SIDE / 2 + 2 * STEP + STEP / 2;
        int quarter = STEP / 4;
        int x = Sheet.SIDE / 2 - STEP;
        sheet.fill(x, y, STEP, STEP, 0);
        sheet.fill(x + quarter, y + quarter, STEP / 2, STEP / 2, 13);
        sheet.fill(x + STEP, y, STEP, STEP, LevelScale.WHITE);
        sheet.fill(x + STEP + quarter, y + quarter, STEP / 2, STEP / 2, 242);
    }

    /** White on black above, black on white below. */
    private static void bars(Sheet sheet) {
        sheet.fill(256, 96, 512, 48, 0);
        sheet.fill(320, 108, 384, 24, LevelScale.WHITE);
        sheet.fill(256, 160, 512, 48, LevelScale.WHITE);
        sheet.fill(320, 172, 384, 24, 0);
    }

    /** Lines of 1, 2 and 3 pixels, upright above in full contrast, level below in full contrast on the left half, low on the right. */
    private static void groups(GreyCanvas canvas, int left, int top) {
        for (int i = 0; i < 3; i++) {
            int thickness = i + 1;
            canvas.columns(
                    new Box(left + i * GROUP, top, GROUP, GROUP), x -> x / thickness % 2 == 0 ? LevelScale.WHITE : 0);
            Box below = new Box(left + i * GROUP, top + GROUP, GROUP / 2, GROUP);
            canvas.rows(below, y -> y / thickness % 2 == 0 ? LevelScale.WHITE : 0);
            canvas.rows(
                    new Box(below.right(), below.top(), GROUP / 2, GROUP),
                    y -> y / thickness % 2 == 0 ? LOW_LINE : LOW);
        }
    }
}
