package org.candela.calibration.pattern;

/**
 * Width and height of a pattern, which are those of the screen or of the part of it that shows the pattern.
 *
 * @param width device pixels, 64 to 16384
 * @param height device pixels, 64 to 16384; width × height at most 64 million, so that a pattern takes 128 MB at most
 */
public record PatternSize(int width, int height) {
    /** Shortest side of a pattern. */
    public static final int LEAST = 64;

    /** Longest side of a pattern. */
    public static final int MOST = 16384;

    private static final long MOST_PIXELS = 64_000_000;

    public PatternSize {
        if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST || (long) width * height > MOST_PIXELS) {
            throw new IllegalArgumentException("a pattern is " + LEAST + " to " + MOST + " pixels a side and of "
                    + MOST_PIXELS + " pixels at most, not " + width + "x" + height);
        }
    }

    /** The shorter of the two sides. */
    public int shorter() {
        return Math.min(width, height);
    }

    /** Number of pixels. */
    int pixels() {
        return width * height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
