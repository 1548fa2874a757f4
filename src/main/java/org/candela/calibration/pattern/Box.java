package org.candela.calibration.pattern;

/** A rectangle of whole pixels; {@code right} and {@code bottom} are the first ones outside. */
record Box(int left, int top, int width, int height) {
    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }

    boolean contains(int x, int y) {
        return x >= left && x < right() && y >= top && y < bottom();
    }

    /** A square of {@code side} about the point where four pixels meet. */
    static Box about(int x, int y, int side) {
        return new Box(x - side / 2, y - side / 2, side, side);
    }
}
