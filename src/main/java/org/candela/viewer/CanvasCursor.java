package org.candela.viewer;

import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;

/**
 * A crosshair moved by keys over a canvas: one device pixel at a time, and the faster the longer it goes one way.
 *
 * @param at where it is, device pixels
 * @param heading the last step, each part −1, 0 or 1
 * @param run steps in that direction so far
 */
record CanvasCursor(CanvasPoint at, CanvasPoint heading, int run) {
    /** After this many steps one way a step is twice as wide. */
    private static final int PATIENCE = 4;

    private static final int WIDEST = 32;

    /** A cursor at rest in the middle of a canvas. */
    static CanvasCursor inMiddleOf(CanvasSize canvas) {
        return at(new CanvasPoint((canvas.width() - 1) / 2.0, (canvas.height() - 1) / 2.0));
    }

    static CanvasCursor at(CanvasPoint point) {
        return new CanvasCursor(point, new CanvasPoint(0, 0), 0);
    }

    /** One step in the direction ({@code dx}, {@code dy}), held to the canvas. */
    CanvasCursor moved(int dx, int dy, CanvasSize canvas) {
        CanvasPoint direction = new CanvasPoint(dx, dy);
        int steps = direction.equals(heading) ? run + 1 : 1;
        int width = Math.min(WIDEST, 1 << Math.min(Integer.SIZE - 2, (steps - 1) / PATIENCE));
        double x = Math.max(0, Math.min(canvas.width() - 1.0, at.x() + dx * width));
        double y = Math.max(0, Math.min(canvas.height() - 1.0, at.y() + dy * width));
        return new CanvasCursor(new CanvasPoint(x, y), direction, steps);
    }
}
