package org.candela.viewer;

import org.candela.viewer.picture.CanvasPoint;

/** Moves the mark under the pointer, one of its points, or its label. */
final class HoldingHand implements ToolHand {
    @Override
    public void begin(Viewport viewport, CanvasPoint point) {
        viewport.measuring().hand().take(point);
    }

    @Override
    public void drag(Viewport viewport, ViewTool.Drag drag) {
        viewport.measuring().hand().moveHeld(drag.now());
    }

    @Override
    public void end(Viewport viewport, ViewTool.Drag drag) {
        viewport.measuring().hand().letGo();
        ToolHand.super.end(viewport, drag);
    }
}
