package org.candela.displayqa.measure;

import org.candela.calibration.ChannelWeights;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.GreyPalette;
import org.candela.calibration.GsdfTarget;
import org.candela.calibration.LutBuilder.Prediction;
import org.candela.image.DisplayLut;

/**
 * A table that was made: what was wanted, from what, and what was expected of it.
 *
 * @param rampSha256 hash of the neutral graphics LUT that the table was made with and needs
 * @param weights how red, green and blue share the light, measured
 * @param before contrast response without the table, ambient light included, 18 levels
 */
public record Calibration(
        GsdfTarget target,
        GreyPalette palette,
        DisplayLut lut,
        String rampSha256,
        ChannelWeights weights,
        Prediction prediction,
        ContrastResponse before)
        implements Finding {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.calibration(this);
    }
}
