package org.candela.displayqa;

import java.util.List;
import java.util.function.Function;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.Photometer;

/**
 * The check before a shift: both ends of the scale, and whether the graphics LUT was replaced behind our back.
 *
 * @param lutSha256 hash of the display table that was measured through
 * @param isRampIntact whether the graphics LUT was the one the table was made with
 * @param black L' at P-value 0, ambient light included
 * @param white L' at the greatest P-value, ambient light included
 */
public record QuickCheck(
        Photometer.Identity photometer,
        String lutSha256,
        boolean isRampIntact,
        Luminance black,
        Luminance white,
        List<Reading> readings)
        implements QaOutcome {
    public QuickCheck {
        readings = List.copyOf(readings);
    }

    @Override
    public <R> R match(
            Function<Calibration, R> calibration,
            Function<Constancy, R> constancy,
            Function<QuickCheck, R> quick,
            Function<Evenness, R> evenness) {
        return quick.apply(this);
    }
}
