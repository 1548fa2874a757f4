package org.candela.image;

/**
 * Stored values that are no image content (PS3.3 C.7.5.1.1.2): from Pixel Padding Value to Pixel Padding Range Limit.
 *
 * @param low smallest padding value, stored
 * @param high largest padding value, stored; below {@code low} means no padding
 */
public record PixelPadding(int low, int high) {
    /** No stored value is padding. */
    public static final PixelPadding NONE = new PixelPadding(1, 0);

    /** Padding between two values given in either order. */
    public static PixelPadding between(int one, int other) {
        return new PixelPadding(Math.min(one, other), Math.max(one, other));
    }

    /** Whether {@code stored} is padding and so neither shown, measured nor windowed. */
    public boolean contains(int stored) {
        return stored >= low && stored <= high;
    }
}
