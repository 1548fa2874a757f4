package org.candela.calibration.pattern;

/**
 * A square of 1024 units in the middle of the canvas, each unit a whole number of pixels: as many as fit on the shorter
 * side, at least one. On a screen of less than 1024 pixels its rim is cut off.
 */
final class Sheet {
    /** Units of a side. */
    static final int SIDE = 1024;

    private final GreyCanvas canvas;
    private final int scale;
    private final int left;
    private final int top;

    Sheet(GreyCanvas canvas) {
        this.canvas = canvas;
        this.scale = scale(new PatternSize(canvas.width(), canvas.height()));
        this.left = Math.floorDiv(canvas.width() - SIDE * scale, 2);
        this.top = Math.floorDiv(canvas.height() - SIDE * scale, 2);
    }

    /** Pixels of a unit on a screen of {@code size}. */
    static int scale(PatternSize size) {
        return Math.max(1, size.shorter() / SIDE);
    }

    /** Whether all of the square is on a screen of {@code size}. */
    static boolean fits(PatternSize size) {
        return size.shorter() >= SIDE;
    }

    int scale() {
        return scale;
    }

    GreyCanvas canvas() {
        return canvas;
    }

    /** Pixels of a rectangle given in units. */
    Box box(int x, int y, int width, int height) {
        return new Box(left + x * scale, top + y * scale, width * scale, height * scale);
    }

    /** Pixels of the whole square. */
    Box all() {
        return box(0, 0, SIDE, SIDE);
    }

    void fill(int x, int y, int width, int height, double level) {
        canvas.fill(box(x, y, width, height), level);
    }
}
