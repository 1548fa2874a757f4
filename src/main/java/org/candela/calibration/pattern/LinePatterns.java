package org.candela.calibration.pattern;

/** Lines one pixel wide, on the whole screen or single ones in measuring areas. */
final class LinePatterns {
    private static final int AREAS = 5;
    private static final int MARK = 16;

    private LinePatterns() {}

    /** Which way lines run. */
    enum Course {
        HORIZONTAL,
        VERTICAL
    }

    /**
     * The level of a line and the one between, 12 % apart.
     *
     * @param line the brighter
     * @param between the darker
     */
    record Pair(int line, int between) {
        static final Pair OF_10 = new Pair(29, 26);
        static final Pair OF_50 = new Pair(143, 128);
        static final Pair OF_89 = new Pair(255, 228);
    }

    /** Line, gap, line, gap, each one pixel, over the whole screen; the first row or column is a line. */
    static PatternPainter pairs(Course course, Pair levels) {
        return (canvas, request) -> {
            if (course == Course.HORIZONTAL) {
                canvas.rows(canvas.all(), y -> y % 2 == 0 ? levels.line() : levels.between());
            } else {
                canvas.columns(canvas.all(), x -> x % 2 == 0 ? levels.line() : levels.between());
            }
        };
    }

    /** A single line of one pixel through the middle of each of five measuring areas. */
    static PatternPainter single(Course course, Pair levels) {
        return (canvas, request) -> {
            areas(levels).paint(canvas, request);
            int side = areaSide(request.size());
            for (int i = 0; i < AREAS; i++) {
                Box area = area(request.size(), i);
                boolean isLevel = course == Course.HORIZONTAL;
                canvas.fill(
                        isLevel
                                ? new Box(area.left(), area.top() + side / 2, side, 1)
                                : new Box(area.left() + side / 2, area.top(), 1, side),
                        levels.line());
            }
        };
    }

    /** The measuring areas alone, their corners marked from outside. */
    static PatternPainter areas(Pair levels) {
        return (canvas, request) -> {
            canvas.fill(levels.between());
            for (int i = 0; i < AREAS; i++) {
                marks(canvas, area(request.size(), i), levels.line());
            }
        };
    }

    /** The middle, then halfway to each corner. */
    static Box area(PatternSize size, int index) {
        int column = index == 0 ? 2 : 1 + (index - 1) % 2 * 2;
        int row = index == 0 ? 2 : 1 + (index - 1) / 2 * 2;
        return Box.about(size.width() * column / 4, size.height() * row / 4, areaSide(size));
    }

    /** An eighth of the shorter side, even. */
    static int areaSide(PatternSize size) {
        return size.shorter() / 16 * 2;
    }

    private static void marks(GreyCanvas canvas, Box area, double level) {
        for (int x : new int[] {area.left() - 1, area.right()}) {
            canvas.fill(new Box(x, area.top() - MARK, 1, MARK), level);
            canvas.fill(new Box(x, area.bottom(), 1, MARK), level);
        }
        for (int y : new int[] {area.top() - 1, area.bottom()}) {
            canvas.fill(new Box(area.left() - MARK, y, MARK, 1), level);
            canvas.fill(new Box(area.right(), y, MARK, 1), level);
        }
    }
}
