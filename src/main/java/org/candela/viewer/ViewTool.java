package org.candela.viewer;

import java.util.Optional;
import org.candela.image.ImagePoint;
import org.candela.image.VoiWindow;
import org.candela.measure.FigureKind;
import org.candela.viewer.MarkPen.Purpose;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.ViewState;

/** What a drag on an image does. Points are device pixels. */
public enum ViewTool {
    /** Vertical: one frame every few pixels. */
    SCROLL("Scroll", (viewport, drag) -> viewport.scrollBy(drag.stepsOf(Drag.SCROLL_PIXELS))),
    /** Right widens, down darkens. */
    WINDOW("Change the window", (viewport, drag) -> viewport.presentation()
            .ifPresent(now -> moveWindow(viewport, now.window(), drag))),
    /** Draws a rectangle and windows over the values within. */
    WINDOW_REGION("Window over a region", new DrawingHand(FigureKind.RECTANGLE, Purpose.WINDOW)),
    /** Up enlarges. */
    ZOOM("Zoom", (viewport, drag) -> viewport.look(zoomed(viewport.viewState(), drag))),
    /** The image follows the pointer. */
    PAN("Move the image", (viewport, drag) -> pan(viewport, drag)),
    /** Brings all stacks of the frame of reference to the point under the pointer. */
    SPACE_CURSOR("Point in space", new SpaceHand()),
    /** Selects marks and moves them. */
    SELECT("Move a mark", new HoldingHand()),
    LENGTH("Measure a length", FigureKind.LENGTH),
    POLYLINE("Measure a polyline", FigureKind.POLYLINE),
    ANGLE("Measure an angle", FigureKind.ANGLE),
    COBB("Measure a Cobb angle", FigureKind.COBB),
    PERPENDICULAR("Measure a distance from a line", FigureKind.PERPENDICULAR),
    PARALLEL("Measure a distance of parallels", FigureKind.PARALLEL),
    OPEN_ANGLE("Measure an open angle", FigureKind.OPEN_ANGLE),
    FOUR_POINT_ANGLE("Measure an angle of two axes", FigureKind.FOUR_POINT_ANGLE),
    BIDIRECTIONAL("Measure long and short axis", FigureKind.BIDIRECTIONAL),
    CARDIOTHORACIC("Measure the cardiothoracic ratio", FigureKind.CARDIOTHORACIC),
    ELLIPSE("Draw an ellipse", FigureKind.ELLIPSE),
    RECTANGLE("Draw a rectangle", FigureKind.RECTANGLE),
    OBLIQUE_RECTANGLE("Draw an oblique rectangle", FigureKind.OBLIQUE_RECTANGLE),
    CIRCLE("Draw a circle", FigureKind.CIRCLE),
    POLYGON("Draw a polygon", FigureKind.POLYGON),
    FREEHAND("Draw an outline", FigureKind.FREEHAND),
    SPLINE("Draw a curved outline", FigureKind.SPLINE),
    TEXT("Write a text", FigureKind.TEXT),
    ARROW("Draw an arrow", FigureKind.ARROW),
    PROBE("Probe a pixel", FigureKind.PROBE),
    /** A line whose true length is asked for. */
    CALIBRATE("Calibrate the series", new DrawingHand(FigureKind.LENGTH, Purpose.CALIBRATION));

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a hand holds no state: what is being drawn lies with the viewport
    private final ToolHand hand;

    ViewTool(String title, ToolHand hand) {
        this.title = title;
        this.hand = hand;
    }

    ViewTool(String title, FigureKind drawn) {
        this(title, new DrawingHand(drawn, Purpose.MARK));
    }

    /** What it does, as a menu and undo name it. */
    public String title() {
        return title;
    }

    /** What it draws; empty for a tool that does not. */
    public Optional<FigureKind> drawn() {
        return hand instanceof DrawingHand drawing ? Optional.of(drawing.kind()) : Optional.empty();
    }

    Purpose purpose() {
        return hand instanceof DrawingHand drawing ? drawing.purpose() : Purpose.MARK;
    }

    void begin(Viewport viewport, CanvasPoint point) {
        hand.begin(viewport, point);
    }

    void drag(Viewport viewport, Drag drag) {
        hand.drag(viewport, drag);
    }

    void end(Viewport viewport, Drag drag) {
        hand.end(viewport, drag);
    }

    /**
     * A step of a drag.
     *
     * @param start where the button went down
     * @param before where the pointer was
     * @param now where it is
     */
    record Drag(CanvasPoint start, CanvasPoint before, CanvasPoint now) {
        private static final double SCROLL_PIXELS = 12;
        private static final double ZOOM_BASE = 1.006;
        /** A drag over this many device pixels changes the width by itself, so that narrow windows are set finely. */
        private static final double WINDOW_PIXELS = 400;
        /** A hand that clicks is not quite still. */
        private static final double STILL = 3;

        double deltaX() {
            return now.x() - before.x();
        }

        double deltaY() {
            return now.y() - before.y();
        }

        /** Whether the button went up where it went down. */
        boolean isClick() {
            return Math.hypot(now.x() - start.x(), now.y() - start.y()) <= STILL;
        }

        /** Whole steps of {@code pixels} that this move completed, counted from the start of the drag. */
        int stepsOf(double pixels) {
            return steps(now, pixels) - steps(before, pixels);
        }

        private int steps(CanvasPoint point, double pixels) {
            return (int) ((point.y() - start.y()) / pixels);
        }
    }

    private static void pan(Viewport viewport, Drag drag) {
        viewport.resolvedView().ifPresent(view -> {
            ImagePoint delta = view.imageDelta(drag.before(), drag.now());
            viewport.look(
                    viewport.viewState().withShift(viewport.viewState().shift().minus(delta)));
        });
    }

    private static ViewState zoomed(ViewState state, Drag drag) {
        return state.withZoom(state.zoom() * Math.pow(Drag.ZOOM_BASE, -drag.deltaY()));
    }

    private static void moveWindow(Viewport viewport, VoiWindow window, Drag drag) {
        double step = Math.max(1, window.width()) / Drag.WINDOW_PIXELS;
        double width = Math.max(1, window.width() + drag.deltaX() * step);
        viewport.moveWindow(window.center() + drag.deltaY() * step, width);
    }
}
