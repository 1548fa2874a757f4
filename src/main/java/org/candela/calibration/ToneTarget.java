package org.candela.calibration;

/** The luminances a display shall show from P-value 0 to the greatest, ambient light included in both ends. */
public sealed interface ToneTarget permits GsdfTarget, GammaTarget {
    /** The curve between the ends. */
    CalibrationGoal.Function function();

    /** L'min, what the eye sees at P-value 0. */
    Luminance minimum();

    /** L'max, what the eye sees at the greatest P-value. */
    Luminance maximum();

    /** Room light reflected by the screen; part of both ends. */
    Luminance ambient();

    /** What the eye shall see at {@code fraction} of the P-value range, 0 to 1. */
    Luminance luminanceAt(double fraction);

    /** What the panel shall emit at {@code fraction} of the P-value range: the target without ambient light. */
    default Luminance emittedAt(double fraction) {
        return luminanceAt(fraction).minus(ambient());
    }

    /** L'max / L'min. */
    default double luminanceRatio() {
        return maximum().cdPerM2() / minimum().cdPerM2();
    }
}
