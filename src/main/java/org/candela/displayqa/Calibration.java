package org.candela.displayqa;

import java.util.List;
import java.util.function.Function;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.GreyPalette;
import org.candela.calibration.GsdfTarget;
import org.candela.calibration.LutBuilder.Prediction;
import org.candela.calibration.device.Photometer;
import org.candela.image.DisplayLut;

/**
 * A finished calibration: what was wanted, what was made, and what was then measured.
 *
 * @param rampSha256 hash of the neutral graphics LUT that the table was made with and needs
 * @param before contrast response without the table, ambient light included, 18 levels
 * @param after the same through the table, from a second measuring pass: the conformance record
 * @param readings every reading of both passes, rejects too
 */
public record Calibration(
        Photometer.Identity photometer,
        GsdfTarget target,
        GreyPalette palette,
        DisplayLut lut,
        String rampSha256,
        Prediction prediction,
        ContrastResponse before,
        ContrastResponse after,
        List<Reading> readings)
        implements QaOutcome {
    public Calibration {
        readings = List.copyOf(readings);
    }

    @Override
    public <R> R match(
            Function<Calibration, R> calibration,
            Function<Constancy, R> constancy,
            Function<QuickCheck, R> quick,
            Function<Evenness, R> evenness) {
        return calibration.apply(this);
    }
}
