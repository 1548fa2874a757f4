package org.candela.displayqa.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.JndScale;
import org.candela.calibration.Luminance;
import org.candela.calibration.LuminanceResponse;
import org.junit.jupiter.api.Test;

class CalibrationRunTest {
    private static final CalibrationGoal GOAL = CalibrationGoal.gsdf(new Luminance(400), 350);
    /** Noise of 0.1 % and the nearest sub-grey step at 400 cd/m². */
    private static final double WHITE_TOLERANCE = 2;

    private final Bench bench = new Bench();

    // [utest->req~displayqa.calibrate~1]
    @Test
    void anEightBitPanelComesBelowTenPercent() throws CandelaException {
        QaOutcome done = run();

        Calibration made = done.calibration().orElseThrow();
        assertTrue(made.before().kappaDelta() > 0.4, "before " + made.before().kappaDelta());
        assertTrue(after(done).kappaDelta() < 0.05, "after " + after(done).kappaDelta());
        assertEquals(400, after(done).luminance(17), WHITE_TOLERANCE);
        assertEquals(GammaRamp.identity(256), bench.inForce);
        assertEquals(GammaRamp.identity(256).sha256(), made.rampSha256());
        assertTrue(done.photometer().isSimulated());
    }

    // [utest->req~displayqa.restore~1]
    @Test
    void cancellingAtAnyStepBringsTheRampBack() throws CandelaException {
        run();
        int patchesOfAWholeRun = bench.patches;
        for (int step = 1; step <= patchesOfAWholeRun; step++) {
            Bench cancelled = new Bench();
            Cancellation cancellation = new Cancellation();
            int last = step;
            cancelled.onPatch = () -> {
                if (cancelled.patches == last) {
                    cancellation.cancel();
                }
            };
            // The very last patch is measured to the end; from then on there is nothing left to cancel.
            if (step < patchesOfAWholeRun) {
                assertThrows(CancellationException.class, () -> new CalibrationRun(cancelled.testBench(), GOAL)
                        .run(cancellation));
                assertEquals(Bench.FOUND, cancelled.inForce, "cancelled at patch " + step);
            }
        }
    }

    // [utest->req~displayqa.restore~1]
    @Test
    void aMeterThatIsPulledOutAtAnyStepBringsTheRampBack() throws CandelaException {
        run();
        for (int step = 1; step <= bench.patches; step += 7) {
            Bench unplugged = new Bench();
            int last = step;
            unplugged.onPatch = () -> {
                if (unplugged.patches == last) {
                    unplugged.photometer.unplug();
                }
            };

            CandelaException failure =
                    assertThrows(CandelaException.class, () -> new CalibrationRun(unplugged.testBench(), GOAL)
                            .run(new Cancellation()));

            assertEquals("device.gone", failure.code());
            assertEquals(Bench.FOUND, unplugged.inForce);
        }
    }

    // [utest->req~displayqa.restore~1]
    @Test
    void aGoalOutOfReachBringsTheRampBack() {
        CalibrationGoal bright = CalibrationGoal.gsdf(new Luminance(900), 350);
        CalibrationRun run = new CalibrationRun(bench.testBench(), bright);

        assertEquals(
                "calibration.target-too-bright",
                assertThrows(CandelaException.class, () -> run.run(new Cancellation()))
                        .code());
        assertEquals(Bench.FOUND, bench.inForce);
    }

    // [utest->req~displayqa.outliers~1]
    @Test
    void aMovedMeterIsReadAgainAndItsRejectsAreKept() throws CandelaException {
        bench.onPatch = () -> {
            if (bench.patches == 20) {
                bench.photometer.disturb(2);
            }
        };

        QaOutcome done = run();

        assertEquals(
                2,
                done.readings().stream()
                        .filter(reading -> !reading.isAccepted())
                        .count());
        assertTrue(after(done).kappaDelta() < 0.05);
    }

    /** A lamp beside the meter: brighter than the table was made for, which going from dark to bright alone does not tell. */
    // [utest->req~calibration.outlier~1]
    // [utest->req~displayqa.outliers~1]
    @Test
    void aReadingThatIsTooBrightForItsLevelIsReadAgain() throws CandelaException {
        run();
        int lastButFour = bench.patches - 4;
        Bench lit = new Bench();
        lit.onPatch = () -> {
            if (lit.patches == lastButFour) {
                lit.photometer.disturb(1, 1.5);
            }
        };

        QaOutcome done = new CalibrationRun(lit.testBench(), GOAL).run(new Cancellation());

        assertEquals(
                1,
                done.readings().stream()
                        .filter(reading -> !reading.isAccepted())
                        .count());
        assertTrue(after(done).kappaDelta() < 0.05);
    }

    // [utest->req~displayqa.outliers~1]
    @Test
    void aMeterThatStaysMovedIsGivenUp() {
        bench.onPatch = () -> {
            if (bench.patches == 20) {
                bench.photometer.disturb(6);
            }
        };

        assertEquals(
                "device.implausible",
                assertThrows(CandelaException.class, this::run).code());
        assertEquals(Bench.FOUND, bench.inForce);
    }

    // [utest->req~displayqa.adaptive~1]
    @Test
    void theNativeCurveIsSampledMoreCloselyWhereTheEyeSeesMore() throws CandelaException {
        bench.testBench().ramp().load(GammaRamp.identity(256));
        MeasuringPass pass = new MeasuringPass(bench.testBench(), new Cancellation(), QaProgress.NONE);

        LuminanceResponse response = NativeCurve.measure(pass, NativeCurve.Rules.routine(Luminance.ZERO))
                .response();

        List<Integer> drives = pass.readings().stream()
                .map(reading -> reading.argb() & 0xFF)
                .distinct()
                .sorted()
                .toList();
        assertEquals(response.size(), drives.size());
        for (int i = 1; i < drives.size(); i++) {
            double gap = JndScale.index(response.luminance(drives.get(i)))
                    - JndScale.index(response.luminance(drives.get(i - 1)));
            assertTrue(gap <= 17, "gap of " + gap + " JND up to " + drives.get(i));
        }
        assertTrue(response.size() <= 72, "as few as " + response.size());
    }

    @Test
    void progressIsToldInOrder() throws CandelaException {
        List<QaProgress.Step> steps = new ArrayList<>();

        new CalibrationRun(bench.testBench(), GOAL).run(new Cancellation(), (step, readings) -> steps.add(step));

        assertEquals(
                List.of(QaProgress.Step.values()), steps.stream().distinct().toList());
        assertEquals(steps, steps.stream().sorted().toList());
    }

    private static ContrastResponse after(QaOutcome done) {
        return done.response().orElseThrow().response();
    }

    private QaOutcome run() throws CandelaException {
        return new CalibrationRun(bench.testBench(), GOAL).run(new Cancellation());
    }
}
