package org.candela.displayqa.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.HoldWish;
import org.candela.calibration.Luminance;
import org.candela.calibration.LutBuilder;
import org.candela.calibration.LutHolder;
import org.candela.calibration.LutPlan;
import org.candela.calibration.PanelLight;
import org.candela.calibration.ToneTarget;
import org.candela.calibration.device.DeviceException;
import org.candela.displayqa.measure.QaProgress.Step;
import org.candela.image.DisplayLut;

/**
 * Calibrates one display: neutral tables, proof that the graphics LUT acts, native curve and primaries, predictions for each way
 * of holding the table, the one that is wished, second measuring pass.
 *
 * <p>What was in force comes back whenever the run does not finish. Device thread; asks its cancellation between readings.
 */
// [impl->req~displayqa.calibrate~1]
// [impl->req~displayqa.closed-loop~1]
public final class CalibrationRun {
    private static final EvenLevels ROUTINE = new EvenLevels(ContrastResponse.ROUTINE_LEVELS);
    /** A graphics LUT of fewer inputs cannot keep 256 greys apart. */
    private static final int LEAST_INPUTS = 256;

    private final TestBench bench;
    private final CalibrationOrder order;

    public CalibrationRun(TestBench bench, CalibrationOrder order) {
        this.bench = bench;
        this.order = order;
    }

    /** A run that holds the table wherever is best. */
    public CalibrationRun(TestBench bench, CalibrationGoal goal) {
        this(bench, CalibrationOrder.best(goal));
    }

    /** {@link #run(Cancellation, QaProgress)} that tells nobody how far it is. */
    public QaOutcome run(Cancellation cancellation) throws CandelaException {
        return run(cancellation, QaProgress.NONE);
    }

    /**
     * Runs to the end and leaves in force what the table needs.
     *
     * @throws CalibrationException when the display cannot reach the goal, has no such place for the table, or its light does
     *     not follow what was loaded
     * @throws DeviceException when a device fails
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public QaOutcome run(Cancellation cancellation, QaProgress progress) throws CandelaException {
        if (order.wish() == HoldWish.MONITOR && bench.monitor().isEmpty()) {
            throw noSuchPlace("this monitor has no LUT of its own that can be loaded and read (VCP 73 to 75)");
        }
        try (TableGuard guard = TableGuard.set(bench)) {
            GammaRamp neutral = GammaRamp.identity(guard.graphicsLut().size());
            if (order.wish() == HoldWish.MONITOR) {
                TestBench.MonitorTables monitor = bench.monitor().orElseThrow();
                monitor.table().load(monitor.neutral());
            }
            bench.ramp().load(neutral);
            QaOutcome outcome = calibrate(new MeasuringPass(bench, cancellation, progress), neutral);
            guard.keepTheNewOnes();
            return outcome;
        }
    }

    private QaOutcome calibrate(MeasuringPass pass, GammaRamp neutral) throws CandelaException {
        Luminance ambient = bench.room().ambient();
        ToneTarget target = order.goal().in(ambient);
        RampSeen ramp = RampProof.measure(pass, bench.ramp(), neutral);
        NativeCurve.Measured curve = NativeCurve.measure(pass, NativeCurve.Rules.routine(ambient));
        ChannelWeights weights = Primaries.measure(pass, curve.response());
        PanelLight light = PanelLight.of(curve.response(), weights);
        LutBuilder builder = LutBuilder.of(curve.response(), target);
        LutPlan plan = LutPlan.of(builder, light, holders(ramp, neutral));
        LutHolder holder = wished(plan, ramp);
        ContrastResponse before =
                ROUTINE.response(pass, Step.UNCALIBRATED_LEVELS, new EvenLevels.Shown(DisplayLut.IDENTITY, ambient));
        Calibration.Tables tables = new TableLoad(bench, neutral).into(holder, builder, light);
        List<Finding> findings = new ArrayList<>(order.matched());
        findings.add(ramp);
        findings.add(curve.backlight());
        List<Finding> proof = ROUTINE.measure(
                pass, Step.CONFORMANCE_LEVELS, new EvenLevels.Shown(tables.lut(), ambient, Optional.of(target)));
        findings.add(new Calibration(basis(curve, tables), target, holder, tables, weights, plan, before));
        findings.addAll(proof);
        for (LevelsSeen levels : levels(proof)) {
            TableEffect.require(holder, target, before, levels.response());
            if (target.function() instanceof CalibrationGoal.Gamma gamma) {
                findings.add(FunctionSeen.of(gamma, levels.response()));
            }
        }
        return new QaOutcome(
                QaKind.CALIBRATION,
                bench.photometer().identity(),
                new QaOutcome.TableSeen(LutBytes.sha256(tables.lut()), true),
                findings,
                pass.readings());
    }

    private Calibration.Basis basis(NativeCurve.Measured curve, Calibration.Tables tables) throws DeviceException {
        boolean isReadBackEqual = bench.ramp().read().equals(tables.ramp());
        return new Calibration.Basis(order.goal(), curve.response().points(), isReadBackEqual);
    }

    private static List<LevelsSeen> levels(List<Finding> proof) {
        return proof.stream()
                .filter(LevelsSeen.class::isInstance)
                .map(LevelsSeen.class::cast)
                .toList();
    }

    /**
     * The ways that this display really has, in the order in which they are liked. A monitor's LUT stands among them when it is
     * straight now: only then was the native curve measured without it.
     */
    private List<LutHolder> holders(RampSeen ramp, GammaRamp neutral) throws DeviceException {
        List<LutHolder> holders = new ArrayList<>(LutPlan.RENDERER);
        if (ramp.effect() == RampEffect.ACTS && neutral.size() >= LEAST_INPUTS) {
            holders.add(new LutHolder.Graphics(ramp.bits()));
        }
        if (bench.monitor().isPresent()) {
            TestBench.MonitorTables monitor = bench.monitor().orElseThrow();
            if (isStraight(monitor)) {
                holders.add(monitor.shape());
            }
        }
        return holders;
    }

    private static boolean isStraight(TestBench.MonitorTables monitor) throws DeviceException {
        GammaRamp found = monitor.table().read();
        GammaRamp straight = monitor.neutral();
        int step = 0xFFFF / ((1 << monitor.shape().bits()) - 1);
        for (int i = 0; i < straight.size(); i++) {
            boolean isNear = Math.abs(found.red(i) - straight.red(i)) <= step
                    && Math.abs(found.green(i) - straight.green(i)) <= step
                    && Math.abs(found.blue(i) - straight.blue(i)) <= step;
            if (!isNear) {
                return false;
            }
        }
        return true;
    }

    private LutHolder wished(LutPlan plan, RampSeen ramp) throws CalibrationException {
        return plan.best(order.wish())
                .map(LutPlan.Choice::holder)
                .orElseThrow(() -> noSuchPlace(
                        ramp.effect() == RampEffect.WITHOUT_EFFECT
                                ? "light does not follow the graphics LUT of this display, so it can hold no table"
                                : "this display has no such place"));
    }

    private CalibrationException noSuchPlace(String why) {
        return new CalibrationException(
                "calibration.no-such-holder",
                "the table cannot be held in the " + order.wish().name().toLowerCase(Locale.ROOT) + ": " + why);
    }
}
