package org.candela.viewer.ui;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.candela.viewer.MouseBindings;
import org.candela.viewer.MouseBindings.Button;
import org.candela.viewer.MouseBindings.Turn;
import org.candela.viewer.MouseBindings.Wheel;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.ViewTool;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;

/** Mouse on an image: buttons and wheel do what the bindings of now say. FX thread. */
// [impl->req~viewer.mouse~1]
final class PointerInput {
    /** What one notch of a wheel sends; a touchpad sends parts of it. */
    private static final double NOTCH = 40;

    private static final int PAGE = 10;
    /** Twice as large after seven notches. */
    private static final double ZOOM_A_NOTCH = 1.1;

    private final ReadingSession session;
    private final Place place;
    private final Supplier<MouseBindings> mouse;
    private final ToCanvas toCanvas;
    private double rolled;
    private boolean isDragging;

    /** From a node's coordinates to device pixels. */
    interface ToCanvas {
        CanvasPoint at(double x, double y);
    }

    /** @param mouse asked at each press and notch */
    PointerInput(ReadingSession session, Place place, Supplier<MouseBindings> mouse, ToCanvas toCanvas) {
        this.session = session;
        this.place = place;
        this.mouse = mouse;
        this.toCanvas = toCanvas;
    }

    void attach(Node node) {
        node.setOnMousePressed(this::press);
        node.setOnMouseDragged(event -> {
            if (isDragging) {
                session.drag(point(event));
            }
        });
        node.setOnMouseReleased(event -> release());
        // A monitor that goes takes the image from under the pointer, and no release comes any more.
        node.sceneProperty().addListener(gone -> release());
        node.setOnMouseMoved(event -> session.hover(place, point(event)));
        node.setOnScroll(this::roll);
    }

    private void release() {
        if (isDragging) {
            isDragging = false;
            session.release();
        }
    }

    private void press(MouseEvent event) {
        Button button = button(event.getButton()).held(held(event.isControlDown(), event.isShiftDown()));
        if (mouse.get().isIdle(button)) {
            session.activate(place);
            return;
        }
        Optional<ViewerAction> action = mouse.get().action(button);
        if (action.isPresent()) {
            if (!isDragging) {
                session.activate(place);
                perform(action.orElseThrow());
            }
            return;
        }
        ViewTool tool = mouse.get().tool(button).orElseGet(session::tool);
        isDragging = true;
        session.press(place, tool, point(event));
    }

    private void roll(ScrollEvent event) {
        session.activate(place);
        // With Shift the toolkit says that the wheel rolled sideways.
        double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        rolled -= delta / NOTCH;
        int steps = (int) rolled;
        rolled -= steps;
        if (steps != 0) {
            turn(mouse.get().turn(wheel(event)), steps);
        }
    }

    private void turn(Turn turn, int steps) {
        Viewport viewport = session.viewport(place);
        switch (turn) {
            case IMAGES -> viewport.scrollBy(steps);
            case TEN_IMAGES -> viewport.scrollBy(PAGE * steps);
            case ZOOM -> session.edit(ViewTool.ZOOM.title(), () -> zoom(viewport, steps));
            case SERIES ->
                session.edit(
                        (steps > 0 ? ViewerAction.NEXT_SERIES : ViewerAction.PREVIOUS_SERIES).title(),
                        () -> session.cycleStack(Integer.signum(steps)));
            case STAGES -> perform(steps > 0 ? ViewerAction.NEXT_STAGE : ViewerAction.PREVIOUS_STAGE);
            case NOTHING -> {}
        }
    }

    private static void zoom(Viewport viewport, int steps) {
        double zoom = viewport.viewState().zoom() * Math.pow(ZOOM_A_NOTCH, -steps);
        viewport.look(viewport.viewState().withZoom(zoom));
    }

    private void perform(ViewerAction action) {
        new ViewerActions(session).run(action);
    }

    private static Wheel wheel(ScrollEvent event) {
        return held(event.isControlDown(), event.isShiftDown());
    }

    private static Wheel held(boolean isCtrl, boolean isShift) {
        if (isCtrl) {
            return Wheel.CTRL;
        }
        return isShift ? Wheel.SHIFT : Wheel.ALONE;
    }

    private static Button button(MouseButton button) {
        return switch (button) {
            case SECONDARY -> Button.SECONDARY;
            case MIDDLE -> Button.MIDDLE;
            case BACK -> Button.BACK;
            case FORWARD -> Button.FORWARD;
            default -> Button.PRIMARY;
        };
    }

    private CanvasPoint point(MouseEvent event) {
        return toCanvas.at(event.getX(), event.getY());
    }
}
