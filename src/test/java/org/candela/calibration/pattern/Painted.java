package org.candela.calibration.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.candela.image.Frame;

/** A pattern as drawn, for exact looks at its pixels. */
final class Painted {
    static final PatternSize BASE = new PatternSize(1024, 1024);
    static final PatternSize PORTRAIT_3MP = new PatternSize(1536, 2048);
    static final PatternSize PORTRAIT_5MP = new PatternSize(2048, 2560);
    static final PatternSize LANDSCAPE_3MP = new PatternSize(2048, 1536);

    private final Frame frame;

    private Painted(Frame frame) {
        this.frame = frame;
    }

    static Painted of(String id, PatternSize size) {
        return of(id, PatternRequest.of(size));
    }

    static Painted of(String id, PatternRequest request) {
        return new Painted(TestPatterns.get(id).paint(request).frame());
    }

    int at(int x, int y) {
        return frame.value(y, x);
    }

    /** Every pixel of the rectangle has {@code level}. */
    void assertFilled(int level, int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                int here = at(x, y);
                if (here != level) {
                    assertEquals(level, here, "at " + x + ", " + y);
                }
            }
        }
    }

    long count(int level) {
        long count = 0;
        for (int i = 0; i < frame.samples().length; i++) {
            count += frame.value(i) == level ? 1 : 0;
        }
        return count;
    }
}
