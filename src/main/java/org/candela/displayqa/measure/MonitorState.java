package org.candela.displayqa.measure;

import java.util.Optional;
import org.candela.calibration.device.MonitorSettings;
import org.candela.calibration.device.VcpValue;

/**
 * How a monitor was set when a run began.
 *
 * @param told empty where its controls could not be read
 * @param whyNot one sentence; empty where they were read
 */
public record MonitorState(Optional<Told> told, String whyNot) {
    /** Where nobody was there to ask. */
    public static final MonitorState NOT_ASKED = notRead("nothing here reaches its controls");

    /**
     * What a monitor told.
     *
     * @param channel how it was reached, as {@code "ddcutil 2.1.4 /dev/i2c-5"}
     * @param technology of the panel (VCP B6); empty where the monitor does not tell
     */
    public record Told(String channel, MonitorSettings settings, Optional<VcpValue> technology) {}

    /** A monitor whose controls could not be read, and why. */
    public static MonitorState notRead(String whyNot) {
        return new MonitorState(Optional.empty(), whyNot);
    }

    /** What a monitor told. */
    public static MonitorState of(Told told) {
        return new MonitorState(Optional.of(told), "");
    }
}
