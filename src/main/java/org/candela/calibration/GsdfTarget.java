package org.candela.calibration;

/**
 * The luminances a display shall show: equal steps of perception between two ends, ambient light included.
 *
 * <p>{@code j(p) = j_min + p·(j_max − j_min)}, target L'(p) = L(j(p)), emitted = L'(p) − L_amb, with p from 0 to 1
 * (PS3.14 §7.1; P-values divided by their maximum). The ends are met exactly.
 *
 * @param minimum L'min, what the eye sees at P-value 0
 * @param maximum L'max, what the eye sees at the greatest P-value
 * @param ambient room light reflected by the screen; part of both ends
 */
// [impl->req~calibration.ambient~1]
public record GsdfTarget(Luminance minimum, Luminance maximum, Luminance ambient) implements ToneTarget {
    public GsdfTarget {
        if (!JndScale.covers(minimum.cdPerM2()) || !JndScale.covers(maximum.cdPerM2())) {
            throw new IllegalArgumentException(
                    "target outside the GSDF range: " + minimum.cdPerM2() + " to " + maximum.cdPerM2() + " cd/m²");
        }
        if (minimum.compareTo(maximum) >= 0 || ambient.compareTo(minimum) > 0) {
            throw new IllegalArgumentException("need ambient ≤ minimum < maximum, got " + ambient.cdPerM2() + ", "
                    + minimum.cdPerM2() + ", " + maximum.cdPerM2() + " cd/m²");
        }
    }

    /**
     * Target by L'max and luminance ratio L'max / L'min.
     *
     * @throws CalibrationException when the ends leave the GSDF range or ambient light alone exceeds L'min
     */
    public static GsdfTarget of(Luminance maximum, double luminanceRatio, Luminance ambient)
            throws CalibrationException {
        double minimum = maximum.cdPerM2() / luminanceRatio;
        if (!(luminanceRatio > 1) || !JndScale.covers(minimum) || !JndScale.covers(maximum.cdPerM2())) {
            throw new CalibrationException(
                    "calibration.outside-gsdf",
                    "L'max " + maximum.cdPerM2() + " cd/m² with luminance ratio " + luminanceRatio
                            + " leaves the GSDF range of 0.05 to 3993 cd/m²");
        }
        if (ambient.cdPerM2() > minimum) {
            throw new CalibrationException(
                    "calibration.too-bright-a-room",
                    "ambient light of " + ambient.cdPerM2() + " cd/m² exceeds L'min of " + minimum
                            + " cd/m²: darken the room or lower the luminance ratio");
        }
        return new GsdfTarget(new Luminance(minimum), maximum, ambient);
    }

    @Override
    public CalibrationGoal.Function function() {
        return new CalibrationGoal.Gsdf();
    }

    @Override
    public Luminance luminanceAt(double fraction) {
        return new Luminance(JndScale.luminance(firstIndex() + fraction * (lastIndex() - firstIndex())));
    }

    /** Just-noticeable differences from black to white. */
    public double jndRange() {
        return lastIndex() - firstIndex();
    }

    private double firstIndex() {
        return JndScale.index(minimum.cdPerM2());
    }

    private double lastIndex() {
        return Math.min(JndScale.LAST_INDEX, JndScale.index(maximum.cdPerM2()));
    }
}
