package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationRunTest {
    private static final CalibrationRun.Goal GOAL = new CalibrationRun.Goal(new Luminance(400), 350);
    private static final GammaRamp FOUND = GammaRamp.grey(ramp());

    private final SimulatedMonitor monitor = SimulatedMonitor.typical(7);
    private final SimulatedPhotometer photometer = new SimulatedPhotometer(monitor);
    private GammaRamp inForce = FOUND;
    private int shown;
    private Runnable onShow = () -> {};

    // [utest->req~displayqa.calibrate~1]
    @Test
    void anEightBitPanelComesBelowTenPercent() throws CandelaException {
        Calibration done = new CalibrationRun(bench(), GOAL).run(new Cancellation());

        assertTrue(done.before().kappaDelta() > 0.4, "before " + done.before().kappaDelta());
        assertTrue(done.after().kappaDelta() < 0.10, "after " + done.after().kappaDelta());
        assertEquals(400, done.after().luminance(17), 2, "noise of 0.1 % and the nearest sub-grey step");
        assertEquals(GammaRamp.identity(256), inForce);
        assertTrue(done.photometer().isSimulated());
    }

    // [utest->req~displayqa.restore~1]
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 35, 50, 60})
    void cancellingAtAnyStepBringsTheRampBack(int step) {
        Cancellation cancellation = new Cancellation();
        onShow = () -> {
            if (++shown == step) {
                cancellation.cancel();
            }
        };

        assertThrows(CancellationException.class, () -> new CalibrationRun(bench(), GOAL).run(cancellation));

        assertEquals(FOUND, inForce);
    }

    // [utest->req~displayqa.restore~1]
    @Test
    void aMeterThatIsPulledOutBringsTheRampBack() {
        onShow = () -> {
            if (++shown == 12) {
                photometer.unplug();
            }
        };

        CandelaException failure =
                assertThrows(CandelaException.class, () -> new CalibrationRun(bench(), GOAL).run(new Cancellation()));

        assertEquals("device.gone", failure.code());
        assertEquals(FOUND, inForce);
    }

    // [utest->req~displayqa.restore~1]
    @Test
    void aGoalOutOfReachBringsTheRampBack() {
        CalibrationRun.Goal bright = new CalibrationRun.Goal(new Luminance(900), 350);

        assertEquals(
                "calibration.target-too-bright",
                assertThrows(CandelaException.class, () -> new CalibrationRun(bench(), bright).run(new Cancellation()))
                        .code());
        assertEquals(FOUND, inForce);
    }

    // [utest->req~displayqa.outliers~1]
    @Test
    void aMovedMeterIsReadAgainAndItsRejectsAreKept() throws CandelaException {
        onShow = () -> {
            if (++shown == 40) {
                photometer.disturb(2);
            }
        };

        Calibration done = new CalibrationRun(bench(), GOAL).run(new Cancellation());

        assertEquals(
                2,
                done.readings().stream()
                        .filter(reading -> !reading.isAccepted())
                        .count());
        assertTrue(done.after().kappaDelta() < 0.10);
    }

    private TestBench bench() {
        TestBench.Ramp ramp = new TestBench.Ramp() {
            @Override
            public GammaRamp read() {
                return inForce;
            }

            @Override
            public void load(GammaRamp other) {
                inForce = other;
                monitor.load(other);
            }
        };
        PatchPresenter patches = argb -> {
            onShow.run();
            monitor.show(argb);
        };
        return new TestBench(
                patches,
                photometer,
                ramp,
                new TestBench.Room(new Luminance(0.2), TestBench.AmbientSource.DEFAULT, ChannelWeights.SRGB));
    }

    private static int[] ramp() {
        int[] outputs = new int[256];
        java.util.Arrays.setAll(outputs, i -> i * i);
        return outputs;
    }
}
