package org.candela.displayqa.measure;

import java.util.ArrayList;
import java.util.List;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.GreyPalette;
import org.candela.calibration.GsdfTarget;
import org.candela.calibration.Luminance;
import org.candela.calibration.LuminanceResponse;
import org.candela.calibration.LutBuilder;
import org.candela.calibration.device.DeviceException;
import org.candela.displayqa.measure.QaProgress.Step;
import org.candela.image.DisplayLut;

/**
 * Calibrates one display for the render path: neutral ramp, native curve, table, second measuring pass.
 *
 * <p>The ramp that was in force comes back whenever the run does not finish. Device thread; asks its cancellation between
 * readings.
 */
// [impl->req~displayqa.calibrate~1]
public final class CalibrationRun {
    private static final EvenLevels ROUTINE = new EvenLevels(ContrastResponse.ROUTINE_LEVELS);
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
    public QaOutcome run(Cancellation cancellation) throws CandelaException {
        return run(cancellation, QaProgress.NONE);
    }

    /**
     * Runs to the end and leaves the neutral ramp in force, as the table needs it.
     *
     * @throws CalibrationException when the display cannot reach the goal
     * @throws DeviceException when a device fails
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public QaOutcome run(Cancellation cancellation, QaProgress progress) throws CandelaException {
        try (RampGuard guard = RampGuard.set(bench.ramp())) {
            GammaRamp neutral = GammaRamp.identity(guard.before().size());
            bench.ramp().load(neutral);
            QaOutcome outcome = calibrate(new MeasuringPass(bench, cancellation, progress), neutral);
            guard.keepTheNewOne();
            return outcome;
        }
    }

    private QaOutcome calibrate(MeasuringPass pass, GammaRamp neutral) throws CandelaException {
        Luminance ambient = bench.room().ambient();
        GsdfTarget target = GsdfTarget.of(goal.maximum(), goal.luminanceRatio(), ambient);
        LuminanceResponse response = NativeCurve.measure(pass);
        ChannelWeights weights = Primaries.measure(pass, response);
        LutBuilder.Built<DisplayLut> built = LutBuilder.of(response, target).forRenderer(PALETTE, weights);
        ContrastResponse before =
                ROUTINE.response(pass, Step.UNCALIBRATED_LEVELS, new EvenLevels.Shown(DisplayLut.IDENTITY, ambient));
        List<Finding> findings = new ArrayList<>();
        findings.add(
                new Calibration(target, PALETTE, built.table(), neutral.sha256(), weights, built.prediction(), before));
        findings.addAll(ROUTINE.measure(pass, Step.CONFORMANCE_LEVELS, new EvenLevels.Shown(built.table(), ambient)));
        return new QaOutcome(
                QaKind.CALIBRATION,
                bench.photometer().identity(),
                new QaOutcome.TableSeen(LutBytes.sha256(built.table()), true),
                findings,
                pass.readings());
    }
}
