package org.candela.viewer;

import org.candela.measure.FigureKind;
import org.candela.viewer.picture.CanvasPoint;

/** Draws figures of one kind: each click places a point, and so does the end of a drag. */
record DrawingHand(FigureKind kind, MarkPen.Purpose purpose) implements ToolHand {
    @Override
    public void begin(Viewport viewport, CanvasPoint point) {
        viewport.measuring().pen().press(kind, purpose, point);
    }

    @Override
    public void drag(Viewport viewport, ViewTool.Drag drag) {
        viewport.measuring().pen().moveTo(drag.now());
    }

    @Override
    public void end(Viewport viewport, ViewTool.Drag drag) {
        if (!drag.isClick()) {
            viewport.measuring().pen().releaseAfterDrag(drag.now());
        }
    }
}
