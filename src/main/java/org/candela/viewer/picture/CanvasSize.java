package org.candela.viewer.picture;

/** Size of a canvas in device pixels, at least 1 × 1. */
public record CanvasSize(int width, int height) {
    public CanvasSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a canvas of " + width + " × " + height);
        }
    }
}
