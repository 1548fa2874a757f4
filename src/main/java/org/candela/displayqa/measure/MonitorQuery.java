package org.candela.displayqa.measure;

import java.util.Optional;
import org.candela.calibration.Luminance;
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

    /**
     * What the monitor's own sensor sees of what is shown now. Never fails.
     *
     * @return empty where it has none, or does not answer
     */
    default Optional<Luminance> ownSensor(DisplayDevice display) {
        return Optional.empty();
    }
}
