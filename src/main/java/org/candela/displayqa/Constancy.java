package org.candela.displayqa;

import java.util.List;
import java.util.function.Function;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.device.Photometer;

/**
 * A constancy test: the display as it is in use, measured again.
 *
 * @param lutSha256 hash of the display table that was measured through
 * @param isRampIntact whether the graphics LUT was the one the table was made with
 * @param response contrast response, ambient light included, 18 levels
 */
public record Constancy(
        Photometer.Identity photometer,
        String lutSha256,
        boolean isRampIntact,
        ContrastResponse response,
        List<Reading> readings)
        implements QaOutcome {
    public Constancy {
        readings = List.copyOf(readings);
    }

    @Override
    public <R> R match(
            Function<Calibration, R> calibration,
            Function<Constancy, R> constancy,
            Function<QuickCheck, R> quick,
            Function<Evenness, R> evenness) {
        return constancy.apply(this);
    }
}
