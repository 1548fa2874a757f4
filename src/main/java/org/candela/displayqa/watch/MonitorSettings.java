package org.candela.displayqa.watch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;

/**
 * The controls of a monitor that change what it shows (MCCS 2.2a), as they were read at one time.
 *
 * @param values those the monitor has; one it has not is missing
 */
public record MonitorSettings(Map<VcpFeature, VcpValue> values) {
    /** A change of one of these changes the light. */
    static final Map<VcpFeature, String> WATCHED = new EnumMap<>(Map.of(
            VcpFeature.LUMINANCE, "brightness",
            VcpFeature.CONTRAST, "contrast",
            VcpFeature.COLOUR_PRESET, "colour preset",
            VcpFeature.RED_GAIN, "red gain",
            VcpFeature.GREEN_GAIN, "green gain",
            VcpFeature.BLUE_GAIN, "blue gain",
            VcpFeature.ON_SCREEN_DISPLAY, "lock of the on-screen menu"));

    private static final Set<String> NOT_THERE = Set.of("device.unsupported");

    public MonitorSettings {
        values = Map.copyOf(values);
    }

    /**
     * Reads the watched controls and the usage hours.
     *
     * @throws DeviceException when the monitor does not answer; a control that it has not is no fault
     */
    static MonitorSettings read(MonitorControl monitor) throws DeviceException {
        Map<VcpFeature, VcpValue> values = new EnumMap<>(VcpFeature.class);
        List<VcpFeature> wanted = new ArrayList<>(WATCHED.keySet());
        wanted.add(VcpFeature.USAGE_HOURS);
        for (VcpFeature feature : wanted) {
            try {
                values.put(feature, monitor.read(feature));
            } catch (DeviceException e) {
                if (!NOT_THERE.contains(e.code())) {
                    throw e;
                }
            }
        }
        return new MonitorSettings(values);
    }

    /** What differs from {@code before}, control by control with was and is; hours go on by themselves. */
    List<String> changesSince(MonitorSettings before) {
        List<String> changes = new ArrayList<>();
        WATCHED.forEach((feature, name) -> {
            VcpValue was = before.values().get(feature);
            VcpValue is = values.get(feature);
            if (was != null && is != null && was.current() != is.current()) {
                changes.add(name + " was " + was.current() + ", is " + is.current());
            }
        });
        return changes;
    }
}
