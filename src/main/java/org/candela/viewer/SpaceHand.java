package org.candela.viewer;

import org.candela.viewer.picture.CanvasPoint;

/** Brings all stacks of the frame of reference to the point under the pointer. */
final class SpaceHand implements ToolHand {
    @Override
    public void begin(Viewport viewport, CanvasPoint point) {
        viewport.pointAt(point);
    }

    @Override
    public void drag(Viewport viewport, ViewTool.Drag drag) {
        viewport.pointAt(drag.now());
    }

    @Override
    public void end(Viewport viewport, ViewTool.Drag drag) {
        // A click is a point in space, and selects nothing.
    }
}
