package org.candela.calibration.device;

/** Controls of a monitor that display QA looks at or sets (VESA MCCS 2.2a). */
public enum VcpFeature {
    LUMINANCE(0x10),
    CONTRAST(0x12),
    COLOUR_PRESET(0x14),
    RED_GAIN(0x16),
    GREEN_GAIN(0x18),
    BLUE_GAIN(0x1A),
    AMBIENT_LIGHT_SENSOR(0x66),
    BACKLIGHT_WHITE(0x6B),
    GAMMA(0x72),
    LUT_SIZE(0x73),
    SINGLE_POINT_LUT(0x74),
    BLOCK_LUT(0x75),
    TECHNOLOGY(0xB6),
    USAGE_HOURS(0xC0),
    CONTROLLER(0xC8),
    FIRMWARE(0xC9),
    ON_SCREEN_DISPLAY(0xCA),
    POWER_MODE(0xD6),
    APPLICATION_MODE(0xDC),
    MCCS_VERSION(0xDF);

    private final int code;

    VcpFeature(int code) {
        this.code = code;
    }

    /**
     * The part of a 16-bit value that means something: of simple non-continuous controls only the low byte, since monitors
     * leave anything in the high one (MCCS 2.2a 5.1.2).
     */
    public int significant(int value) {
        return switch (this) {
            case COLOUR_PRESET, AMBIENT_LIGHT_SENSOR, TECHNOLOGY, POWER_MODE, APPLICATION_MODE -> value & 0xFF;
            default -> value;
        };
    }

    /** VCP code, 0 to 255. */
    public int code() {
        return code;
    }
}
