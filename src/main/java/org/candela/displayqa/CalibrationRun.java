package org.candela.displayqa;

import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.GreyPalette;
import org.candela.calibration.GsdfTarget;
import org.candela.calibration.Luminance;
import org.candela.calibration.LuminanceResponse;
import org.candela.calibration.LutBuilder;
import org.candela.calibration.device.DeviceException;
import org.candela.displayqa.QaProgress.Step;
import org.candela.image.DisplayLut;

/**
 * Calibrates one display for the render path: neutral ramp, native curve, table, second measuring pass.
 *
 * <p>The ramp that was in force comes back whenever the run does not finish. Device thread; asks its cancellation between
 * readings.
 */
// [impl->req~displayqa.calibrate~1]
public final class CalibrationRun {
    private static final GreyPalette PALETTE = GreyPalette.SUB_GREY_1786;

    private final TestBench bench;
    private final Goal goal;

    /**
     * What to calibrate to.
     *
     * @param maximum L'max, ambient light included
     * @param luminanceRatio L'max / L'min
     */
    public record Goal(Luminance maximum, double luminanceRatio) {}

    public CalibrationRun(TestBench bench, Goal goal) {
        this.bench = bench;
        this.goal = goal;
    }

    /** {@link #run(Cancellation, QaProgress)} that tells nobody how far it is. */
    public Calibration run(Cancellation cancellation) throws CandelaException {
        return run(cancellation, QaProgress.NONE);
    }

    /**
     * Runs to the end and leaves the neutral ramp in force, as the table needs it.
     *
     * @throws CalibrationException when the display cannot reach the goal
     * @throws DeviceException when a device fails
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public Calibration run(Cancellation cancellation, QaProgress progress) throws CandelaException {
        try (RampGuard guard = RampGuard.set(bench.ramp())) {
            GammaRamp neutral = GammaRamp.identity(guard.before().size());
            bench.ramp().load(neutral);
            Calibration calibration = calibrate(new MeasuringPass(bench, cancellation, progress), neutral);
            guard.keepTheNewOne();
            return calibration;
        }
    }

    private Calibration calibrate(MeasuringPass pass, GammaRamp neutral) throws CandelaException {
        Luminance ambient = bench.room().ambient();
        GsdfTarget target = GsdfTarget.of(goal.maximum(), goal.luminanceRatio(), ambient);
        LuminanceResponse response = NativeCurve.measure(pass);
        LutBuilder.Built<DisplayLut> built = LutBuilder.of(response, target)
                .forRenderer(PALETTE, bench.room().weights());
        ContrastResponse before = EighteenLevels.measure(
                pass, Step.UNCALIBRATED_LEVELS, new EighteenLevels.Shown(DisplayLut.IDENTITY, ambient));
        ContrastResponse after =
                EighteenLevels.measure(pass, Step.CONFORMANCE_LEVELS, new EighteenLevels.Shown(built.table(), ambient));
        return new Calibration(
                bench.photometer().identity(),
                target,
                PALETTE,
                built.table(),
                neutral.sha256(),
                built.prediction(),
                before,
                after,
                pass.readings());
    }
}
