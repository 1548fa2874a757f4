package org.candela.calibration;

/** Colour without brightness, CIE 1976 u', v'; both from 0 to 1. */
public record Chromaticity(double uPrime, double vPrime) {
    /** CIE standard illuminant D65, 2° observer. */
    public static final Chromaticity D65 = new Chromaticity(0.19783, 0.46833);

    public Chromaticity {
        if (!(uPrime >= 0 && uPrime <= 1 && vPrime >= 0 && vPrime <= 1)) {
            throw new IllegalArgumentException("u', v' must be from 0 to 1: " + uPrime + ", " + vPrime);
        }
    }

    /** Δu'v', the distance in the diagram. */
    public double distanceTo(Chromaticity other) {
        return Math.hypot(uPrime - other.uPrime, vPrime - other.vPrime);
    }
}
