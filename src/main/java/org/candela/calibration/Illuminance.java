package org.candela.calibration;

/** Light that falls on a surface, in lx; finite and not negative. */
public record Illuminance(double lux) {
    public Illuminance {
        if (!(lux >= 0 && lux < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("illuminance must be finite and not negative: " + lux);
        }
    }

    /**
     * Luminance that a screen reflects of this light: Rd · E (AAPM TG18 7.3.1).
     *
     * @param diffuseReflection Rd of the panel, cd/m² per lx, > 0
     */
    public Luminance reflectedBy(double diffuseReflection) {
        if (!(diffuseReflection > 0)) {
            throw new IllegalArgumentException("Rd must be positive: " + diffuseReflection);
        }
        return new Luminance(diffuseReflection * lux);
    }
}
