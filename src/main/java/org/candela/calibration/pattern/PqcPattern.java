package org.candela.calibration.pattern;

/** The comprehensive pattern of Report 270: eighteen bars with lattices of two contrasts and four periods each way. */
final class PqcPattern implements PatternPainter {
    static final int BACKGROUND = 128;
    static final int SIDE = 87;
    static final int BAR = 50;
    static final int TOP = 62;
    private static final int BARS = 18;
    /** Pixels, never scaled. */
    private static final int[] LEVEL_PERIODS = {18, 12, 6, 4};

    private static final int[] UPRIGHT_PERIODS = {4, 6, 12, 18};
    private static final int[] LINE_PERIODS = {6, 4, 2, 2, 4, 6};
    private static final int STRONG = 4;
    private static final int WEAK = 1;
    private static final int UPPER = 64;
    private static final int LOWER = 191;

    @Override
    public void paint(GreyCanvas canvas, PatternRequest request) {
        Sheet sheet = new Sheet(canvas);
        canvas.fill(BACKGROUND);
        Box bars = sheet.box(SIDE, TOP, Sheet.SIDE - 2 * SIDE, BARS * BAR);
        int bar = BAR * sheet.scale();
        canvas.draw(bars, (x, y) -> 15 * (y / bar) + modulation(x, y, bar));
        sheet.fill(SIDE, 0, Sheet.SIDE - 2 * SIDE, TOP, UPPER);
        sheet.fill(SIDE, Sheet.SIDE - TOP, Sheet.SIDE - 2 * SIDE, TOP, LOWER);
        linePairs(sheet);
        gradients(sheet);
        Label.put(sheet, "SYN-PQC", 14, BACKGROUND); // two lines, between the line pairs
        Label.put(sheet, "SYNTHETIC", 34, BACKGROUND);
    }

    /** Darker, then brighter; in the first bar twice as bright instead, in the last twice as dark. */
    private static int modulation(int x, int y, int bar) {
        int column = x / bar;
        if (column == 8 || column > 16) {
            return 0;
        }
        int period = column < 8 ? LEVEL_PERIODS[column % 4] : UPRIGHT_PERIODS[(column - 9) % 4];
        int contrast = column < 4 || column > 12 ? STRONG : WEAK;
        int along = column < 8 ? y : x - column * bar;
        boolean isBright = along % period >= period / 2;
        int index = y / bar;
        if (index == 0) {
            return isBright ? 2 * contrast : 0;
        }
        if (index == BARS - 1) {
            return isBright ? 0 : -2 * contrast;
        }
        return isBright ? contrast : -contrast;
    }

    private static void linePairs(Sheet sheet) {
        for (int i = 0; i < LINE_PERIODS.length; i++) {
            int period = LINE_PERIODS[i];
            int column = i < 3 ? 2 * i + 2 : 2 * i + 4;
            boolean isLevel = i < 3;
            int margin = (TOP - BAR) / 2;
            Box upper = sheet.box(SIDE + column * BAR, margin, BAR, BAR);
            Box lower = sheet.box(SIDE + column * BAR, Sheet.SIDE - TOP + margin, BAR, BAR);
            sheet.canvas().draw(upper, (x, y) -> (isLevel ? y : x) % period < period / 2 ? 128 : 0);
            sheet.canvas().draw(lower, (x, y) -> (isLevel ? y : x) % period < period / 2 ? 128 : LevelScale.WHITE);
        }
    }

    /** From black to white on the left and back on the right, the middle half of each with a ripple of 3 levels. */
    private static void gradients(Sheet sheet) {
        Box left = sheet.box(0, 0, SIDE, Sheet.SIDE);
        Box right = sheet.box(Sheet.SIDE - SIDE, 0, SIDE, Sheet.SIDE);
        double step = (double) LevelScale.WHITE / (left.height() - 1);
        sheet.canvas().draw(left, (x, y) -> y * step + ripple(x, left.width(), y / 2.0));
        sheet.canvas().draw(right, (x, y) -> LevelScale.WHITE - y * step + ripple(x, right.width(), y / 1.5));
    }

    private static double ripple(int x, int width, double phase) {
        boolean isInMiddle = 4 * x > width && 4 * x < 3 * width;
        return isInMiddle ? 3 * Math.sin(phase) : 0;
    }
}
