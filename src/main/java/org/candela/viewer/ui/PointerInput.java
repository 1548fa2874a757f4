package org.candela.viewer.ui;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.candela.viewer.CanvasPoint;
import org.candela.viewer.Place;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.ViewTool;

/** Mouse on an image: left drag uses the chosen tool, right windows, middle pans, the wheel scrolls. FX thread. */
final class PointerInput {
    /** What one notch of a wheel sends; a touchpad sends parts of it. */
    private static final double NOTCH = 40;

    private final ReadingSession session;
    private final Place place;
    private final ToCanvas toCanvas;
    private double rolled;

    /** From a node's coordinates to device pixels. */
    interface ToCanvas {
        CanvasPoint at(double x, double y);
    }

    PointerInput(ReadingSession session, Place place, ToCanvas toCanvas) {
        this.session = session;
        this.place = place;
        this.toCanvas = toCanvas;
    }

    void attach(Node node) {
        node.setOnMousePressed(event -> session.press(place, tool(event.getButton()), point(event)));
        node.setOnMouseDragged(event -> session.drag(point(event)));
        node.setOnMouseReleased(event -> session.release());
        node.setOnMouseMoved(event -> session.hover(place, point(event)));
        node.setOnScroll(this::roll);
    }

    private void roll(ScrollEvent event) {
        session.activate(place);
        rolled -= event.getDeltaY() / NOTCH;
        int steps = (int) rolled;
        rolled -= steps;
        session.viewport(place).scrollBy(steps);
    }

    private ViewTool tool(MouseButton button) {
        return switch (button) {
            case SECONDARY -> ViewTool.WINDOW;
            case MIDDLE -> ViewTool.PAN;
            default -> session.tool();
        };
    }

    private CanvasPoint point(MouseEvent event) {
        return toCanvas.at(event.getX(), event.getY());
    }
}
