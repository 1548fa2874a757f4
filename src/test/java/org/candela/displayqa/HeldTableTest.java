package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.HoldWish;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.candela.displayqa.ledger.ActiveLut;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.CalibrationOrder;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RampEffect;
import org.candela.image.DisplayLut;
import org.candela.shell.LedgerDisplayLuts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tables held in the graphics LUT and in the monitor: chosen, loaded, proven by light, used once and not twice. */
class HeldTableTest {
    private static final CalibrationGoal GOAL = CalibrationGoal.gsdf(new Luminance(360), 350);
    private static final GammaRamp NEUTRAL = GammaRamp.identity(256);

    @RegisterExtension
    final LedgerDesk desk = new LedgerDesk();

    // [utest->req~displayqa.holder~1]
    @Test
    void aGraphicsLutOfTenBitsHoldsTheTableAndImagesGoThroughUnchanged() throws Exception {
        SimulatedDisplay display = tenBits();

        StoredRun run = calibrate(display, HoldWish.GRAPHICS);

        assertEquals("SIMULATED PASS", run.resultText());
        assertTrue(kappaDelta(run) < 0.04, "measured through the ramp: " + kappaDelta(run));
        assertNotEquals(NEUTRAL, display.monitor.ramp());
        LedgerDisplayLuts viewer = new LedgerDisplayLuts(
                desk.ledger(), Bench.CLOCK, session(display).profiles());
        assertEquals(DisplayLut.IDENTITY, viewer.lutFor(display.device.id()), "no second correction");
        ActiveLut active = desk.ledger().activeLut(display.device.id()).orElseThrow();
        assertEquals(display.monitor.ramp().sha256(), active.rampSha256());
        assertEquals(RampEffect.ACTS, active.needs().rampEffect());
        JsonNode made = run.view().calibration().orElseThrow();
        assertEquals("graphics LUT", made.path("target").path("held").asText());
        assertEquals(256, made.path("ramp").path("red").size());
        assertEquals(Optional.empty(), desk.ledger().firstFault());
    }

    // [utest->req~displayqa.holder~1]
    @Test
    void aLaterTestSeesTheTableOnceAndNotTwice() throws Exception {
        SimulatedDisplay display = tenBits();
        calibrate(display, HoldWish.GRAPHICS);

        StoredRun test = desk.qa().testConstancy(session(display), new Cancellation(), QaProgress.NONE);

        assertEquals("SIMULATED PASS", test.resultText());
        assertTrue(kappaDelta(test) < 0.04, "through the ramp alone: " + kappaDelta(test));
    }

    // [utest->req~displayqa.holder~1]
    @Test
    void allWaysArePredictedInTheRecordWhicheverIsTaken() throws Exception {
        SimulatedDisplay display = tenBits().withMonitorLut(1024, 12);

        StoredRun run = calibrate(display, HoldWish.RENDERER);

        List<String> ways = new ArrayList<>();
        run.view()
                .calibration()
                .orElseThrow()
                .path("plan")
                .forEach(way -> ways.add(way.path("held").asText()));
        assertEquals(6, ways.size(), ways.toString());
        assertTrue(ways.contains("graphics LUT of 10 bits"), ways.toString());
        assertTrue(ways.contains("monitor LUT of 1024 entries, 12 bits"), ways.toString());
    }

    // [utest->req~displayqa.holder~1]
    @Test
    void leftToTheRuleTheRendererHoldsTheTableWhereItIsGoodEnough() throws Exception {
        StoredRun run = calibrate(tenBits().withMonitorLut(1024, 12), HoldWish.BEST);

        assertEquals(
                "render path",
                run.view()
                        .calibration()
                        .orElseThrow()
                        .path("target")
                        .path("held")
                        .asText());
    }

    // [utest->req~displayqa.monitor-held~1]
    @Test
    void aMonitorLutHoldsTheTableAndNothingElseDoes() throws Exception {
        SimulatedDisplay display = tenBits().withMonitorLut(1024, 12);
        GammaRamp straight = display.monitor.ownLut().orElseThrow();

        StoredRun run = calibrate(display, HoldWish.MONITOR);

        assertEquals("SIMULATED PASS", run.resultText());
        assertTrue(kappaDelta(run) < 0.04, "measured through the monitor's LUT: " + kappaDelta(run));
        assertEquals(NEUTRAL, display.monitor.ramp());
        assertNotEquals(straight, display.monitor.ownLut().orElseThrow());
        ActiveLut active = desk.ledger().activeLut(display.device.id()).orElseThrow();
        assertEquals(DisplayLut.IDENTITY, active.lut());
        assertEquals(
                Optional.of(display.monitor.ownLut().orElseThrow().sha256()),
                active.needs().monitorSha256());
    }

    // [utest->req~displayqa.monitor-held~1]
    @Test
    void aMonitorLutThatSomebodyResetFailsThePreShiftCheck() throws Exception {
        SimulatedDisplay display = tenBits().withMonitorLut(1024, 12);
        calibrate(display, HoldWish.MONITOR);
        display.monitor.loadOwnLut(GammaRamp.identity(1024));

        StoredRun run = desk.qa().checkQuickly(session(display), new Cancellation());

        assertEquals(Assessment.FAIL, run.overall());
    }

    /** Read back equal and not shown: only light tells. */
    // [utest->req~displayqa.table-acts~1]
    @Test
    void aMonitorThatPretendsToTakeItsLutIsFoundOutByLightAndGetsWhatItHad() throws Exception {
        SimulatedDisplay display = tenBits().withMonitorLut(1024, 12);
        display.graphicsLut.load(display.device, Bench.FOUND);
        display.control.pretendLut();
        byte[] before = display.control.readTable(VcpFeature.BLOCK_LUT);

        CandelaException refused = assertThrows(CandelaException.class, () -> calibrate(display, HoldWish.MONITOR));

        assertEquals("calibration.without-effect", refused.code());
        assertArrayEquals(before, display.control.readTable(VcpFeature.BLOCK_LUT));
        assertEquals(Bench.FOUND, display.monitor.ramp());
        assertEquals(Optional.empty(), desk.ledger().latest(display.device.id()));
    }

    // [utest->req~displayqa.restore~1]
    @Test
    void cancelledAtAnyPatchBothLutsAreAsFound() throws Exception {
        SimulatedDisplay whole = tenBits().withMonitorLut(256, 10);
        int[] patches = {0};
        whole.onPatch = () -> patches[0]++;
        calibrate(whole, HoldWish.MONITOR);
        int all = patches[0];
        for (int last = 1; last < all; last += 9) {
            SimulatedDisplay display = tenBits().withMonitorLut(256, 10);
            display.graphicsLut.load(display.device, Bench.FOUND);
            GammaRamp within = display.monitor.ownLut().orElseThrow();
            Cancellation cancellation = new Cancellation();
            int[] left = {last};
            display.onPatch = () -> {
                if (--left[0] == 0) {
                    cancellation.cancel();
                }
            };
            QaSession session = session(display);

            assertThrows(CancellationException.class, () -> desk.qa()
                    .calibrate(
                            session,
                            CalibrationOrder.best(GOAL).held(HoldWish.MONITOR),
                            cancellation,
                            QaProgress.NONE));

            assertEquals(Bench.FOUND, display.monitor.ramp(), "cancelled at patch " + last);
            assertEquals(within, display.monitor.ownLut().orElseThrow(), "cancelled at patch " + last);
        }
    }

    // [utest->req~displayqa.ramp-acts~1]
    @Test
    void aGraphicsLutWithoutEffectHoldsNoTableAndItsContentProvesNothing() throws Exception {
        SimulatedDisplay display = new SimulatedDisplay(1, SimulatedPanel.gamma(2.2)).withoutRampEffect();

        CandelaException refused = assertThrows(CandelaException.class, () -> calibrate(display, HoldWish.GRAPHICS));
        StoredRun run = calibrate(display, HoldWish.BEST);

        assertEquals("calibration.no-such-holder", refused.code());
        assertEquals("SIMULATED PASS", run.resultText());
        JsonNode said = run.view().findings("ramp").findFirst().orElseThrow();
        assertEquals("WITHOUT_EFFECT", said.path("effect").asText());
        run.view()
                .calibration()
                .orElseThrow()
                .path("plan")
                .forEach(way -> assertTrue(!way.path("held").asText().startsWith("graphics"), way.toString()));
        display.graphicsLut.load(display.device, Bench.FOUND);
        GraphicsLutKeeper keeper = new GraphicsLutKeeper(desk.ledger(), display.graphicsLut);
        assertEquals(GraphicsLutKeeper.State.WITHOUT_EFFECT, keeper.restore(display.device));
        assertEquals(Bench.FOUND, display.graphicsLut.read(display.device), "nothing is loaded that does nothing");
        StoredRun test = desk.qa().testConstancy(session(display), new Cancellation(), QaProgress.NONE);
        assertEquals("SIMULATED PASS", test.resultText(), "light is judged, not the LUT");
    }

    // [utest->req~displayqa.ramp-kept~1]
    @Test
    void aRampThatHoldsTheTableIsRestoredFromTheLedger() throws Exception {
        SimulatedDisplay display = tenBits();
        calibrate(display, HoldWish.GRAPHICS);
        GammaRamp table = display.monitor.ramp();
        GraphicsLutKeeper keeper = new GraphicsLutKeeper(desk.ledger(), display.graphicsLut);
        assertEquals(GraphicsLutKeeper.State.INTACT, keeper.state(display.device));

        display.graphicsLut.load(display.device, NEUTRAL);

        assertEquals(GraphicsLutKeeper.State.REPLACED, keeper.state(display.device), "neutral is now a foreign ramp");
        assertEquals(GraphicsLutKeeper.State.INTACT, keeper.restore(display.device));
        assertEquals(table, display.monitor.ramp());
    }

    // [utest->req~displayqa.holder~1]
    @Test
    void aMonitorWithoutALutCannotBeAskedToHoldATable() {
        assertEquals(
                "calibration.no-such-holder",
                assertThrows(CandelaException.class, () -> calibrate(tenBits(), HoldWish.MONITOR))
                        .code());
    }

    private static SimulatedDisplay tenBits() {
        return new SimulatedDisplay(1, SimulatedPanel.gamma(2.2).withBits(10));
    }

    private StoredRun calibrate(SimulatedDisplay display, HoldWish wish) throws CandelaException {
        return desk.qa()
                .calibrate(
                        session(display), CalibrationOrder.best(GOAL).held(wish), new Cancellation(), QaProgress.NONE);
    }

    private static QaSession session(SimulatedDisplay display) throws CandelaException {
        return display.session("acr-aapm-siim-primary", GOAL);
    }

    private static double kappaDelta(StoredRun run) {
        return run.view().response().orElseThrow().path("kappaDelta").asDouble();
    }
}
