package org.candela.calibration;

/**
 * A power curve between two ends, for colour images that were made for it: L'(p) = L'min + (L'max − L'min) · p^γ, p from 0
 * to 1. No display function of DICOM, and never what grey images are read with.
 *
 * @param gamma exponent, > 0
 */
// [impl->req~calibration.goal~1]
public record GammaTarget(Luminance minimum, Luminance maximum, Luminance ambient, double gamma) implements ToneTarget {
    public GammaTarget {
        if (!(gamma > 0 && gamma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("gamma must be positive: " + gamma);
        }
        if (minimum.compareTo(maximum) >= 0 || ambient.compareTo(minimum) > 0) {
            throw new IllegalArgumentException("need ambient ≤ minimum < maximum, got " + ambient.cdPerM2() + ", "
                    + minimum.cdPerM2() + ", " + maximum.cdPerM2() + " cd/m²");
        }
    }

    @Override
    public CalibrationGoal.Function function() {
        return new CalibrationGoal.Gamma(gamma);
    }

    @Override
    public Luminance luminanceAt(double fraction) {
        double range = maximum.cdPerM2() - minimum.cdPerM2();
        return new Luminance(minimum.cdPerM2() + range * Math.pow(fraction, gamma));
    }
}
