package org.candela.displayqa.measure;

import java.util.List;
import java.util.Optional;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.GreyPalette;
import org.candela.calibration.LuminanceResponse;
import org.candela.calibration.LutBuilder.Prediction;
import org.candela.calibration.LutHolder;
import org.candela.calibration.LutPlan;
import org.candela.calibration.ToneTarget;
import org.candela.image.DisplayLut;

/**
 * A table that was made: what was wanted, from what, and what was expected of it.
 *
 * @param basis what was aimed at, and what was found before
 * @param holder where the table is held
 * @param tables all that is in force on the display
 * @param weights how red, green and blue share the light, measured
 * @param plan what each way of holding the table was expected to reach, best first
 * @param before contrast response without the table, ambient light included, 18 levels
 */
public record Calibration(
        Basis basis,
        ToneTarget target,
        LutHolder holder,
        Tables tables,
        ChannelWeights weights,
        LutPlan plan,
        ContrastResponse before)
        implements Finding {
    /**
     * What a table was made from.
     *
     * @param nativeCurve emitted luminance by drive level through neutral tables, as measured
     * @param isReadBackEqual whether the graphics LUT read back at the end was the one of the tables
     */
    public record Basis(CalibrationGoal goal, List<LuminanceResponse.Point> nativeCurve, boolean isReadBackEqual) {
        public Basis {
            nativeCurve = List.copyOf(nativeCurve);
        }
    }

    /**
     * What stands between an image's P-values and the panel. Where the graphics LUT or the monitor holds the table, images go
     * through {@link DisplayLut#IDENTITY}, or they would be corrected twice.
     *
     * @param lut the renderer's
     * @param ramp the graphics LUT's
     * @param monitor the monitor's; empty where it has none that could be read
     */
    public record Tables(DisplayLut lut, GammaRamp ramp, Optional<GammaRamp> monitor) {}

    /** The table of our own renderer. */
    public DisplayLut lut() {
        return tables.lut();
    }

    /** Hash of the graphics LUT that is needed with it. */
    public String rampSha256() {
        return tables.ramp().sha256();
    }

    /** The colours that the renderer chooses among; empty where it does not hold the table. */
    public Optional<GreyPalette> palette() {
        return holder instanceof LutHolder.Renderer renderer ? Optional.of(renderer.palette()) : Optional.empty();
    }

    /** What the way that was taken was expected to reach. */
    public Prediction prediction() {
        return plan.choices().stream()
                .filter(choice -> choice.holder().equals(holder))
                .findFirst()
                .orElseThrow()
                .prediction();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.calibration(this);
    }
}
