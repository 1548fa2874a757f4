package org.candela.viewer;

import org.candela.viewer.picture.CanvasPoint;

/** What a tool does with a drag on a viewport. */
interface ToolHand {
    /** The button went down. */
    default void begin(Viewport viewport, CanvasPoint point) {}

    /** The pointer moved with the button down. */
    void drag(Viewport viewport, ViewTool.Drag drag);

    /** The button went up; a press without a move selects the mark under it. */
    default void end(Viewport viewport, ViewTool.Drag drag) {
        if (drag.isClick()) {
            viewport.measuring().hand().selectAt(drag.now());
        }
    }
}
