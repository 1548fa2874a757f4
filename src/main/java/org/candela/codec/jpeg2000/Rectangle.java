package org.candela.codec.jpeg2000;

/** Half-open rectangle: x0 ≤ x &lt; x1, y0 ≤ y &lt; y1, in the coordinates of whoever made it. */
record Rectangle(int x0, int y0, int x1, int y1) {
    int width() {
        return Math.max(0, x1 - x0);
    }

    int height() {
        return Math.max(0, y1 - y0);
    }

    boolean isEmpty() {
        return x1 <= x0 || y1 <= y0;
    }

    Rectangle intersect(Rectangle other) {
        return new Rectangle(
                Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1), Math.min(y1, other.y1));
    }

    /** The samples of a component with this subsampling: ⌈x ÷ dx⌉ (B-2, B-12). */
    Rectangle dividedBy(int dx, int dy) {
        return new Rectangle(ceilDiv(x0, dx), ceilDiv(y0, dy), ceilDiv(x1, dx), ceilDiv(y1, dy));
    }

    /** The resolution that lies {@code levels} below: ⌈x ÷ 2^levels⌉ (B-14). */
    Rectangle reducedBy(int levels) {
        return new Rectangle(
                ceilShift(x0, levels), ceilShift(y0, levels), ceilShift(x1, levels), ceilShift(y1, levels));
    }

    static int ceilDiv(int value, int divisor) {
        return (int) (((long) value + divisor - 1) / divisor);
    }

    /** ⌈value ÷ 2^shift⌉ for a shift up to 32. */
    static int ceilShift(long value, int shift) {
        return (int) ((value + (1L << shift) - 1) >> shift);
    }
}
