package org.candela.displayqa.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.GreyPalette;
import org.candela.calibration.Luminance;
import org.candela.calibration.LuminanceResponse;
import org.candela.calibration.LutBuilder;
import org.candela.calibration.LutHolder;
import org.candela.calibration.LutPlan;
import org.candela.calibration.PanelLight;
import org.candela.calibration.SamplingRule;
import org.candela.calibration.ToneTarget;
import org.candela.calibration.device.DeviceException;
import org.candela.displayqa.measure.QaProgress.Step;
import org.candela.image.DisplayLut;

/**
 * Calibrates one display for the render path: neutral ramp, native curve and primaries, predictions for each way of holding
 * the table, the best of them, second measuring pass.
 *
 * <p>The ramp that was in force comes back whenever the run does not finish. Device thread; asks its cancellation between
 * readings.
 */
// [impl->req~displayqa.calibrate~1]
// [impl->req~displayqa.closed-loop~1]
public final class CalibrationRun {
    /** Of a graphics LUT no more than 8 bits are known to reach the panel. */
    private static final List<LutHolder> HOLDERS = Stream.concat(
                    LutPlan.RENDERER.stream(), Stream.of(new LutHolder.Graphics(8)))
            .toList();

    private static final EvenLevels ROUTINE = new EvenLevels(ContrastResponse.ROUTINE_LEVELS);

    private final TestBench bench;
    private final CalibrationGoal goal;

    public CalibrationRun(TestBench bench, CalibrationGoal goal) {
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
        ToneTarget target = goal.in(ambient);
        LuminanceResponse response = NativeCurve.measure(pass, SamplingRule.routine(ambient));
        ChannelWeights weights = Primaries.measure(pass, response);
        PanelLight light = PanelLight.of(response, weights);
        LutBuilder builder = LutBuilder.of(response, target);
        LutPlan plan = LutPlan.of(builder, light, HOLDERS);
        GreyPalette palette = palette(plan);
        LutBuilder.Built<DisplayLut> built = builder.forRenderer(palette, light);
        ContrastResponse before =
                ROUTINE.response(pass, Step.UNCALIBRATED_LEVELS, new EvenLevels.Shown(DisplayLut.IDENTITY, ambient));
        List<Finding> findings = new ArrayList<>();
        findings.add(new Calibration(target, palette, built.table(), neutral.sha256(), weights, plan, before));
        findings.addAll(ROUTINE.measure(pass, Step.CONFORMANCE_LEVELS, new EvenLevels.Shown(built.table(), ambient)));
        return new QaOutcome(
                QaKind.CALIBRATION,
                bench.photometer().identity(),
                new QaOutcome.TableSeen(LutBytes.sha256(built.table()), true),
                findings,
                pass.readings());
    }

    /** The renderer's best: it is the one place that nobody else resets, so that it holds the table whatever else could. */
    private static GreyPalette palette(LutPlan plan) {
        return plan.choices().stream()
                .map(LutPlan.Choice::holder)
                .filter(LutHolder.Renderer.class::isInstance)
                .map(LutHolder.Renderer.class::cast)
                .map(LutHolder.Renderer::palette)
                .findFirst()
                .orElseThrow();
    }
}
