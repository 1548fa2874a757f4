package org.candela.calibration;

/**
 * Light of the room that the screen reflects, by the light of its own black: L_amb / L_min, L_min without ambient light.
 *
 * @param value finite, not negative
 */
// [impl->req~calibration.ambient-ratio~1]
public record AmbientRatio(double value) {
    private static final double GREEN_UP_TO = 0.25;
    private static final double YELLOW_UP_TO = 0.67;

    /** How dark the room is for this display, by the bounds that pacsDisplay and pdQC use. */
    public enum Light {
        /** Up to 0.25: black keeps its contrast. */
        GREEN,
        /** Up to 0.67: dark detail suffers. */
        YELLOW,
        /** Above: the room is too bright for this display. */
        RED
    }

    public AmbientRatio {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("ambient ratio must be finite and not negative: " + value);
        }
    }

    /** Of ambient light and the black that the panel itself emits, which must be more than nothing. */
    public static AmbientRatio of(Luminance ambient, Luminance emittedBlack) {
        return new AmbientRatio(ambient.cdPerM2() / emittedBlack.cdPerM2());
    }

    /** Its colour: the bounds themselves belong to the better one. */
    public Light light() {
        if (value <= GREEN_UP_TO) {
            return Light.GREEN;
        }
        return value <= YELLOW_UP_TO ? Light.YELLOW : Light.RED;
    }
}
