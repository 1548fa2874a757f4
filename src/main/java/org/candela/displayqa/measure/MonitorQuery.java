package org.candela.displayqa.measure;

import org.candela.calibration.device.DisplayDevice;

/**
 * Asks the monitor behind a display how it is set. Never fails: a monitor that does not answer is no reason not to measure it.
 * Device thread; ends within the drivers' time limits.
 */
@FunctionalInterface
public interface MonitorQuery {
    /** Where no monitor can be reached. */
    MonitorQuery NOBODY = display -> MonitorState.NOT_ASKED;

    /** How the monitor is set now, or why that cannot be told. */
    MonitorState ask(DisplayDevice display);
}
