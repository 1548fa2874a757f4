package org.candela.calibration.pattern;

import java.util.List;

/** Even fields and fields with a square in the middle: for meters, and for the eye to find spots on. */
final class FieldPatterns {
    /** Of the area of the screen, in each measuring region. */
    private static final double REGION_AREA = 0.10;

    /** Shows 20 % of the greatest luminance on a conformant display. */
    private static final double SURROUND = 153;

    private static final double LINE_SHARE = 0.05;
    private static final int MIDDLE = 128;
    private static final int BRIGHTER = 45;
    private static final int DARKER = 90;

    private FieldPatterns() {}

    /** One level everywhere. */
    static PatternPainter even(double level) {
        return (canvas, request) -> canvas.fill(level);
    }

    /** One level, and lines one pixel wide around the five measuring regions. */
    static PatternPainter withRegions(double level) {
        double step = LINE_SHARE * LevelScale.WHITE;
        return (canvas, request) -> {
            canvas.fill(level);
            regions(request.size())
                    .forEach(region -> canvas.outline(region, 1, level < MIDDLE ? level + step : level - step));
        };
    }

    /** A square of a tenth of the area in a surround. */
    static PatternPainter square(double level) {
        return (canvas, request) -> {
            canvas.fill(SURROUND);
            canvas.fill(regions(request.size()).get(0), level);
        };
    }

    /** One level, and two lines of two pixels each way that part the screen in nine. */
    static PatternPainter ninths(double level) {
        double line = level < MIDDLE ? level + BRIGHTER : level - DARKER;
        return (canvas, request) -> {
            canvas.fill(level);
            for (int third = 1; third <= 2; third++) {
                int x = (int) Math.round(canvas.width() * third / 3.0);
                int y = (int) Math.round(canvas.height() * third / 3.0);
                canvas.fill(new Box(x - 1, 0, 2, canvas.height()), line);
                canvas.fill(new Box(0, y - 1, canvas.width(), 2), line);
            }
        };
    }

    /** The middle first, then the corners from the upper left, row by row; each an even number of pixels a side. */
    static List<Box> regions(PatternSize size) {
        int side = regionSide(size);
        int right = size.width() - side;
        int bottom = size.height() - side;
        return List.of(
                new Box(right / 2, bottom / 2, side, side),
                new Box(0, 0, side, side),
                new Box(right, 0, side, side),
                new Box(0, bottom, side, side),
                new Box(right, bottom, side, side));
    }

    private static int regionSide(PatternSize size) {
        double side = Math.sqrt(REGION_AREA * size.width() * size.height());
        return Math.min(size.shorter(), 2 * (int) Math.round(side / 2));
    }
}
