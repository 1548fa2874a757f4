package org.candela.displayqa;

import org.candela.base.CandelaException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;

/** Whether the graphics LUT of a display is still the one it was calibrated with. Device thread. */
// [impl->req~displayqa.ramp-kept~1]
public final class GraphicsLutCheck implements ReadinessCheck {
    private final GraphicsLutKeeper keeper;
    private final DisplayDevice display;

    public GraphicsLutCheck(GraphicsLutKeeper keeper, DisplayDevice display) {
        this.keeper = keeper;
        this.display = display;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            return switch (keeper.state(display)) {
                case NOT_NEEDED -> item(Status.READY, "No table depends on it.", "");
                case INTACT -> item(Status.READY, "It is the one the display was calibrated with.", "");
                case WITHOUT_EFFECT ->
                    item(
                            Status.NOT_ASSESSED,
                            "Light does not follow it (measured): nobody can tell from it whether greys are right.",
                            "Do the pre-shift check, which measures; under Wayland use an X11 session.");
                case REPLACED ->
                    item(
                            Status.BLOCKED,
                            "It was replaced since calibration: greys are not what they were.",
                            "Switch off what changes colours (night light, colour profiles), then restore it"
                                    + " (Ctrl+Shift+G).");
            };
        } catch (CandelaException e) {
            return item(
                    Status.NOT_ASSESSED, "It cannot be read (" + e.code() + ").", "Check the display and its driver.");
        }
    }

    private ReadinessItem item(Status status, String reason, String whatToDo) {
        return new ReadinessItem(
                "display.ramp." + display.id(), "Graphics LUT of " + display.connector(), status, reason, whatToDo);
    }
}
