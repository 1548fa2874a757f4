package org.candela.calibration.pattern;

/**
 * Sixteen ramps side by side that together run through all levels once, with marks where the level of 8 bits and of 10 bits
 * changes. A display that shows fewer bits has steps that are wider than the marks.
 */
final class RampPattern implements PatternPainter {
    static final int RAMPS = 16;
    /** Values of 12 bits that one ramp runs through. */
    private static final int VALUES = 256;

    private static final int VALUES_OF_8_BITS = 16;
    private static final int VALUES_OF_10_BITS = 4;
    private static final int LONG_MARK = 16;
    private static final int SHORT_MARK = 6;
    private static final int MARK_CONTRAST = 48;
    private static final double VALUES_A_LEVEL = 4095.0 / LevelScale.WHITE;

    @Override
    public void paint(GreyCanvas canvas, PatternRequest request) {
        for (int ramp = 0; ramp < RAMPS; ramp++) {
            int left = canvas.width() * ramp / RAMPS;
            Box box = new Box(left, 0, canvas.width() * (ramp + 1) / RAMPS - left, canvas.height());
            int first = VALUES * ramp;
            canvas.rows(box, y -> (first + value(y, box.height())) / VALUES_A_LEVEL);
            marks(canvas, box, first);
        }
    }

    /** Value within the ramp at row {@code y}, in whole values of 12 bits. */
    static int value(int y, int height) {
        return (int) ((long) y * VALUES / height);
    }

    private static void marks(GreyCanvas canvas, Box box, int first) {
        double level = first / VALUES_A_LEVEL;
        double mark = level < 128 ? level + MARK_CONTRAST : level - MARK_CONTRAST;
        for (int y = 1; y < box.height(); y++) {
            int value = value(y, box.height());
            if (value != value(y - 1, box.height()) && value % VALUES_OF_10_BITS == 0) {
                int length = value % VALUES_OF_8_BITS == 0 ? LONG_MARK : SHORT_MARK;
                canvas.fill(new Box(box.left(), y, length, 1), mark);
            }
        }
    }
}
