package org.candela.calibration.device.sim;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;

/**
 * Settings of a monitor that does not exist, as they are after it was delivered. They change its light: luminance, contrast,
 * gain of each channel, gamma, and the application mode, where {@link #DICOM_MODE} is the DICOM preset.
 *
 * <p>Device thread.
 */
public final class SimulatedSettings {
    /** Value of {@link VcpFeature#APPLICATION_MODE} for the DICOM preset; ours, since makers choose their own. */
    public static final int DICOM_MODE = 4;

    /** Gamma is (value + 100) / 100, as ddcutil reads it; at this value the panel follows its own curve. */
    private static final int NATIVE_GAMMA = 120;

    private static final int CENT = 100;
    private static final int LUMINANCE = 80;
    private static final int CONTRAST = 75;
    /** Light that is left at luminance 0. */
    private static final double LEAST = 0.2;

    private final Map<VcpFeature, VcpValue> values = new EnumMap<>(VcpFeature.class);

    public SimulatedSettings() {
        values.put(VcpFeature.LUMINANCE, new VcpValue(LUMINANCE, CENT));
        values.put(VcpFeature.CONTRAST, new VcpValue(CONTRAST, CENT));
        values.put(VcpFeature.COLOUR_PRESET, new VcpValue(5, 13));
        values.put(VcpFeature.RED_GAIN, new VcpValue(CENT, CENT));
        values.put(VcpFeature.GREEN_GAIN, new VcpValue(CENT, CENT));
        values.put(VcpFeature.BLUE_GAIN, new VcpValue(CENT, CENT));
        values.put(VcpFeature.GAMMA, new VcpValue(NATIVE_GAMMA, 255));
        values.put(VcpFeature.TECHNOLOGY, new VcpValue(3, 255));
        values.put(VcpFeature.USAGE_HOURS, new VcpValue(0, 0xFFFF));
        values.put(VcpFeature.FIRMWARE, new VcpValue(0x0102, 0xFFFF));
        values.put(VcpFeature.ON_SCREEN_DISPLAY, new VcpValue(2, 2));
        values.put(VcpFeature.POWER_MODE, new VcpValue(1, 5));
        values.put(VcpFeature.APPLICATION_MODE, new VcpValue(0, 5));
        values.put(VcpFeature.MCCS_VERSION, new VcpValue(0x0202, 0xFFFF));
    }

    /** Value of a control; empty where the monitor has none. */
    public Optional<VcpValue> value(VcpFeature feature) {
        return Optional.ofNullable(values.get(feature));
    }

    /** Somebody, or the monitor itself, sets a control without asking. */
    public void turn(VcpFeature feature, int value) {
        VcpValue before = values.get(feature);
        values.put(feature, new VcpValue(value, before == null ? value : before.maximum()));
    }

    /** The monitor has this control no more, as in some of its modes. */
    public void withdraw(VcpFeature feature) {
        values.remove(feature);
    }

    /** Share of the light that the settings give, 1 as delivered; for all of the light, black included. */
    double backlight() {
        double level = LEAST + (1 - LEAST) * share(VcpFeature.LUMINANCE, CENT);
        return level / (LEAST + (1 - LEAST) * LUMINANCE / CENT);
    }

    /** Share of the light above black. */
    double contrast() {
        return Math.min(1, share(VcpFeature.CONTRAST, CONTRAST));
    }

    double gain(VcpFeature channel) {
        return share(channel, CENT);
    }

    boolean isAwake() {
        return share(VcpFeature.POWER_MODE, 1) == 1;
    }

    /** The curve that the panel follows in this mode and gamma. */
    SimulatedCurve curve(SimulatedPanel panel) {
        if (share(VcpFeature.APPLICATION_MODE, 1) == DICOM_MODE) {
            return SimulatedCurve.dicom(Math.max(0.05, panel.black()), panel.white());
        }
        double gamma = (share(VcpFeature.GAMMA, 1) + CENT) / CENT;
        double asDelivered = (NATIVE_GAMMA + CENT) / (double) CENT;
        return gamma == asDelivered
                ? panel.curve()
                : drive -> Math.pow(panel.curve().light(drive), gamma / asDelivered);
    }

    private double share(VcpFeature feature, double of) {
        VcpValue value = values.get(feature);
        return value == null ? 1 : value.current() / of;
    }
}
