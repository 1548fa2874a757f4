package org.candela.displayqa.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backlight that drifts while it is measured. */
class WhiteCheckTest {
    private static final CalibrationGoal GOAL = CalibrationGoal.gsdf(new Luminance(370), 350);

    // [utest->req~displayqa.drift-in-run~1]
    @Test
    void readingsAreBroughtToTheLastWhiteAlongStraightLines() throws Exception {
        WhiteCheck whites = new WhiteCheck();
        whites.add(0, new Luminance(400));
        whites.add(100, new Luminance(404));
        whites.add(200, new Luminance(404));

        assertEquals(101, whites.corrected(0, new Luminance(100)).cdPerM2(), 1e-9);
        assertEquals(100 * 404 / 402.0, whites.corrected(50, new Luminance(100)).cdPerM2(), 1e-9);
        assertEquals(100, whites.corrected(150, new Luminance(100)).cdPerM2(), 1e-9);
        assertEquals(
                new BacklightSeen(3, 0.01, true).isCorrected(), whites.seen().isCorrected());
        assertEquals(0.01, whites.seen().largestChange(), 1e-9);
    }

    // [utest->req~displayqa.drift-in-run~1]
    @Test
    void whatIsNoMoreThanNoiseIsLeftAlone() throws Exception {
        WhiteCheck whites = new WhiteCheck();
        whites.add(0, new Luminance(400));
        whites.add(100, new Luminance(401));

        assertEquals(100, whites.corrected(0, new Luminance(100)).cdPerM2());
        assertFalse(whites.seen().isCorrected());
    }

    // [utest->req~displayqa.drift-in-run~1]
    @ParameterizedTest(name = "{0} a reading")
    @ValueSource(doubles = {0.00008, -0.00008, 0.00004})
    void aBacklightThatDriftsByOneOrTwoPercentIsCorrectedForAndTheRecordSaysSo(double perReading) throws Exception {
        QaOutcome done = run(perReading);

        BacklightSeen seen = done.all(BacklightSeen.class).findFirst().orElseThrow();
        assertTrue(seen.isCorrected(), seen.toString());
        assertTrue(Math.abs(seen.largestChange()) > 0.005 && Math.abs(seen.largestChange()) < 0.04, seen.toString());
        double kappaDelta = done.response().orElseThrow().response().kappaDelta();
        assertTrue(kappaDelta < 0.02, "κδ " + kappaDelta);
    }

    // [utest->req~displayqa.drift-in-run~1]
    @Test
    void aBacklightThatDriftsTooFarEndsTheRun() {
        CandelaException refused = assertThrows(CalibrationException.class, () -> run(-0.0006));

        assertEquals("calibration.unsteady", refused.code());
    }

    // [utest->req~displayqa.drift-in-run~1]
    @Test
    void aSteadyBacklightIsNotCorrected() throws Exception {
        BacklightSeen seen = run(0).all(BacklightSeen.class).findFirst().orElseThrow();

        assertFalse(seen.isCorrected());
        assertTrue(seen.whites() >= 4, "white was read again and again: " + seen.whites());
    }

    private static QaOutcome run(double driftPerReading) throws CandelaException {
        Bench bench = new Bench(SimulatedPanel.gamma(2.2));
        bench.monitor.drift(driftPerReading);
        return new CalibrationRun(bench.testBench(), GOAL).run(new Cancellation());
    }
}
