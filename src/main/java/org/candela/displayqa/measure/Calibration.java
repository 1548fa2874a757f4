package org.candela.displayqa.measure;

import org.candela.calibration.ChannelWeights;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.GreyPalette;
import org.candela.calibration.LutBuilder.Prediction;
import org.candela.calibration.LutHolder;
import org.candela.calibration.LutPlan;
import org.candela.calibration.ToneTarget;
import org.candela.image.DisplayLut;

/**
 * A table that was made: what was wanted, from what, and what was expected of it.
 *
 * @param rampSha256 hash of the neutral graphics LUT that the table was made with and needs
 * @param weights how red, green and blue share the light, measured
 * @param plan what each way of holding the table was expected to reach, best first
 * @param before contrast response without the table, ambient light included, 18 levels
 */
public record Calibration(
        ToneTarget target,
        GreyPalette palette,
        DisplayLut lut,
        String rampSha256,
        ChannelWeights weights,
        LutPlan plan,
        ContrastResponse before)
        implements Finding {
    /** What the palette that was taken was expected to reach. */
    public Prediction prediction() {
        return plan.choices().stream()
                .filter(choice -> choice.holder().equals(new LutHolder.Renderer(palette)))
                .findFirst()
                .orElseThrow()
                .prediction();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.calibration(this);
    }
}
