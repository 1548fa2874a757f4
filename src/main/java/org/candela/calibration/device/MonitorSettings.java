package org.candela.calibration.device;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a monitor was set to at one time, as far as it tells: for the record of a test, and to see later what somebody changed.
 *
 * @param values of each control asked; empty for one that the monitor has not
 */
public record MonitorSettings(Map<VcpFeature, Optional<VcpValue>> values) {
    /** What changes the light, who may change it, and how old the backlight is. */
    private static final List<VcpFeature> ASKED = List.of(
            VcpFeature.LUMINANCE,
            VcpFeature.CONTRAST,
            VcpFeature.COLOUR_PRESET,
            VcpFeature.RED_GAIN,
            VcpFeature.GREEN_GAIN,
            VcpFeature.BLUE_GAIN,
            VcpFeature.GAMMA,
            VcpFeature.BACKLIGHT_WHITE,
            VcpFeature.AMBIENT_LIGHT_SENSOR,
            VcpFeature.APPLICATION_MODE,
            VcpFeature.ON_SCREEN_DISPLAY,
            VcpFeature.FIRMWARE,
            VcpFeature.USAGE_HOURS);

    private static final int BYTE = 0xFF;

    public MonitorSettings {
        EnumMap<VcpFeature, Optional<VcpValue>> copy = new EnumMap<>(VcpFeature.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /**
     * A control that is not as it was.
     *
     * @param before as people read it; {@code "unsupported"} for a control that was not there
     */
    public record Change(VcpFeature feature, String before, String now) {}

    /** The settings of now. Fails where the monitor does not answer; a control that it has not is no failure. */
    public static MonitorSettings of(MonitorControl monitor) throws DeviceException {
        Map<VcpFeature, Optional<VcpValue>> values = new EnumMap<>(VcpFeature.class);
        for (VcpFeature feature : ASKED) {
            values.put(feature, read(monitor, feature));
        }
        return new MonitorSettings(values);
    }

    /**
     * What changed since {@code before}, in the order of the controls. That hours of use went up is no change; that they went
     * down is one: another panel or board.
     */
    // [impl->req~device.settings~1]
    public List<Change> changesSince(MonitorSettings before) {
        List<Change> changes = new ArrayList<>();
        values.keySet().forEach(feature -> {
            String then = before.values.containsKey(feature) ? before.text(feature) : text(feature);
            boolean isAging = feature == VcpFeature.USAGE_HOURS && hasAgedSince(before);
            if (!isAging && !then.equals(text(feature))) {
                changes.add(new Change(feature, then, text(feature)));
            }
        });
        return changes;
    }

    /** Hours the backlight was on (VCP C0, 24 bits of which the upper 8 are ML); empty where the monitor does not count. */
    public OptionalLong usageHours() {
        return values.getOrDefault(VcpFeature.USAGE_HOURS, Optional.empty()).stream()
                .mapToLong(MonitorSettings::hours)
                .findFirst();
    }

    /** Version of the firmware (VCP C9), as {@code "1.12"}; empty where the monitor does not tell it. */
    public Optional<String> firmware() {
        return values.getOrDefault(VcpFeature.FIRMWARE, Optional.empty()).isPresent()
                ? Optional.of(text(VcpFeature.FIRMWARE))
                : Optional.empty();
    }

    private boolean hasAgedSince(MonitorSettings before) {
        return usageHours().isPresent()
                && before.usageHours().isPresent()
                && usageHours().getAsLong() >= before.usageHours().getAsLong();
    }

    private String text(VcpFeature feature) {
        return values.getOrDefault(feature, Optional.empty())
                .map(value -> switch (feature) {
                    case USAGE_HOURS -> Long.toString(hours(value));
                    case FIRMWARE ->
                        String.format(Locale.ROOT, "%d.%d", (value.current() >> 8) & BYTE, value.current() & BYTE);
                    default -> Integer.toString(value.current());
                })
                .orElse("unsupported");
    }

    private static long hours(VcpValue value) {
        return ((long) (value.maximum() & BYTE) << 16) | value.current();
    }

    private static Optional<VcpValue> read(MonitorControl monitor, VcpFeature feature) throws DeviceException {
        try {
            return Optional.of(monitor.read(feature));
        } catch (DeviceException e) {
            if (e.code().equals("device.unsupported")) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
