package org.candela.viewer;

import java.util.Optional;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;

/** What a drag on an image does. Points are device pixels. */
public enum ViewTool {
    /** Vertical: one frame every few pixels. */
    SCROLL("Scroll") {
        @Override
        void drag(Viewport viewport, Drag drag) {
            viewport.scrollBy(drag.stepsOf(SCROLL_PIXELS));
        }
    },
    /** Right widens, down darkens. */
    WINDOW("Change the window") {
        @Override
        void drag(Viewport viewport, Drag drag) {
            Optional<DataPresentation> presentation = viewport.presentation();
            presentation.ifPresent(now -> viewport.chooseWindow(moved(now, drag)));
        }
    },
    /** Up enlarges. */
    ZOOM("Zoom") {
        @Override
        void drag(Viewport viewport, Drag drag) {
            ViewState state = viewport.viewState();
            viewport.look(state.withZoom(state.zoom() * Math.pow(ZOOM_BASE, -drag.deltaY())));
        }
    },
    /** The image follows the pointer. */
    PAN("Move the image") {
        @Override
        void drag(Viewport viewport, Drag drag) {
            viewport.pan(drag.before(), drag.now());
        }
    },
    /** Brings all stacks of the frame of reference to the point under the pointer. */
    SPACE_CURSOR("Point in space") {
        @Override
        void begin(Viewport viewport, CanvasPoint point) {
            viewport.pointAt(point);
        }

        @Override
        void drag(Viewport viewport, Drag drag) {
            viewport.pointAt(drag.now());
        }
    },
    /** A line from press to release. */
    LENGTH("Measure a length") {
        @Override
        void begin(Viewport viewport, CanvasPoint point) {
            viewport.resolvedView().ifPresent(view -> viewport.measuring().begin(view.imagePoint(point)));
        }

        @Override
        void drag(Viewport viewport, Drag drag) {
            viewport.resolvedView().ifPresent(view -> viewport.measuring().drawTo(view.imagePoint(drag.now())));
        }

        @Override
        void end(Viewport viewport) {
            viewport.measuring().finish();
        }
    };

    private static final double SCROLL_PIXELS = 12;
    private static final double ZOOM_BASE = 1.006;
    /** A drag over this many device pixels changes the width by itself, so that narrow windows are set finely. */
    private static final double WINDOW_PIXELS = 400;

    private final String title;

    ViewTool(String title) {
        this.title = title;
    }

    /** What a drag did, as undo names it. */
    String title() {
        return title;
    }

    void begin(Viewport viewport, CanvasPoint point) {}

    abstract void drag(Viewport viewport, Drag drag);

    void end(Viewport viewport) {}

    /**
     * A step of a drag.
     *
     * @param start where the button went down
     * @param before where the pointer was
     * @param now where it is
     */
    record Drag(CanvasPoint start, CanvasPoint before, CanvasPoint now) {
        double deltaX() {
            return now.x() - before.x();
        }

        double deltaY() {
            return now.y() - before.y();
        }

        /** Whole steps of {@code pixels} that this move completed, counted from the start of the drag. */
        int stepsOf(double pixels) {
            return steps(now, pixels) - steps(before, pixels);
        }

        private int steps(CanvasPoint point, double pixels) {
            return (int) ((point.y() - start.y()) / pixels);
        }
    }

    private static VoiTransform moved(DataPresentation presentation, Drag drag) {
        VoiWindow window = presentation.window();
        double step = Math.max(1, window.width()) / WINDOW_PIXELS;
        double width = Math.max(1, window.width() + drag.deltaX() * step);
        return presentation
                .windowed(window.center() + drag.deltaY() * step, width)
                .voi();
    }
}
