package org.candela.viewer.picture;

/**
 * A point of a canvas in device pixels; whole numbers are pixel centres.
 *
 * @param x to the right
 * @param y downwards
 */
public record CanvasPoint(double x, double y) {
    /** The same place in the scaled units of a toolkit, whose origin is the outer corner of the first pixel. */
    public CanvasPoint onNode(double renderScale) {
        return new CanvasPoint((x + 0.5) / renderScale, (y + 0.5) / renderScale);
    }
}
