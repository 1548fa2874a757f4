package org.candela.viewer;

import java.util.function.BiConsumer;
import org.candela.viewer.layout.Hanging;
import org.candela.viewer.picture.CanvasPoint;
import org.jspecify.annotations.Nullable;

/** What the pointer does to images, from press to release. Used on the thread of the session. */
final class PointerGestures {
    private final Lightbox lightbox;
    private final Linking linking;
    private final BiConsumer<String, Hanging> remember;
    private @Nullable Gesture gesture;

    /** A drag from press to release; it stays with its tool and viewport whatever keys are pressed meanwhile. */
    private record Gesture(ViewTool tool, ViewTool asked, Viewport viewport, ViewTool.Drag drag, Hanging before) {
        /** Whether what was a drag of a selected mark turned out to be a click that draws. */
        boolean isClickToDraw() {
            return tool != asked && drag.isClick() && asked.drawn().isPresent();
        }

        Gesture movedTo(CanvasPoint point) {
            return new Gesture(tool, asked, viewport, new ViewTool.Drag(drag.start(), drag.now(), point), before);
        }
    }

    /** @param remember told what a whole drag did and how everything hung before */
    PointerGestures(Lightbox lightbox, Linking linking, BiConsumer<String, Hanging> remember) {
        this.lightbox = lightbox;
        this.linking = linking;
        this.remember = remember;
    }

    /** @param chosen the tool that the reader chose, which gives way to a mark that is held */
    void press(Viewport viewport, ViewTool used, ViewTool chosen, CanvasPoint point) {
        ViewTool taken = used == chosen && holdsMark(viewport, point) ? ViewTool.SELECT : used;
        gesture = new Gesture(taken, used, viewport, new ViewTool.Drag(point, point, point), lightbox.hanging());
        taken.begin(viewport, point);
    }

    /** A mark that is selected is moved by a drag whatever the tool, unless another is being drawn. */
    private static boolean holdsMark(Viewport viewport, CanvasPoint point) {
        MeasuringLayer layer = viewport.measuring();
        return !layer.pen().isDrawing() && layer.hand().reaches(point);
    }

    void drag(CanvasPoint point) {
        Gesture last = gesture;
        if (last != null) {
            Gesture moved = last.movedTo(point);
            gesture = moved;
            Hanging before = lightbox.hanging();
            moved.tool().drag(moved.viewport(), moved.drag());
            linking.changed(before);
        }
    }

    void release() {
        Gesture last = gesture;
        if (last != null) {
            gesture = null;
            last.tool().end(last.viewport(), last.drag());
            if (last.isClickToDraw()) {
                last.asked().begin(last.viewport(), last.drag().now());
            }
            remember.accept(last.tool().title(), last.before());
        }
    }

    void forget() {
        gesture = null;
    }
}
