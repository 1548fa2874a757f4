package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.HoldWish;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.candela.calibration.device.sim.SimulatedPrimaries;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestRun;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three displays of different brightness side by side, calibrated to one white. */
class DisplayMatchTest {
    private static final CalibrationGoal GOAL = CalibrationGoal.gsdf(new Luminance(360), 280);

    @TempDir
    private Path folder;

    private final SimulatedDisplay dim = display(1, 300, ChannelWeights.SRGB);
    private final SimulatedDisplay middle = display(2, 350, new ChannelWeights(0.22, 0.70, 0.08));
    private final SimulatedDisplay bright = display(3, 420, ChannelWeights.SRGB);

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private QaLedger ledger;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DisplayMatch match;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("qa.db"), Bench.CLOCK);
        ledger = new QaLedger(database, new AuditLog());
        match = new DisplayMatch(new DisplayQa(ledger, Bench.CLOCK));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    // [utest->req~displayqa.match~1]
    @Test
    void panelsOf300And350And420AreAllBroughtToTheWhiteOfTheDimmest() throws Exception {
        List<StoredRun> runs = match.calibrate(sessions("tg18-primary"), HoldWish.BEST, hands(new Cancellation()));

        for (StoredRun run : runs) {
            assertEquals(
                    "SIMULATED PASS", run.resultText(), run.view().judgements().toString());
            JsonNode matched = run.view().findings("matched").findFirst().orElseThrow();
            assertEquals(297.2, matched.path("whiteCdPerM2").asDouble(), 0.5, "99 % of 300.2");
            assertEquals(dim.device.id().value(), matched.path("dimmest").asText());
            assertEquals(3, matched.path("group").size());
            JsonNode levels = run.view().response().orElseThrow().path("levels");
            assertEquals(297.2, levels.path(17).path("seenCdPerM2").asDouble(), 1.0);
        }
        assertEquals(Optional.empty(), ledger.firstFault());
    }

    /** Each pair once, in the record of the later one; nothing of before the match counts. */
    // [utest->req~displayqa.match~1]
    @Test
    void whitesAreJudgedBetweenTheDisplaysInLuminanceAndColour() throws Exception {
        DisplayQa alone = new DisplayQa(ledger, Bench.CLOCK);
        alone.calibrate(bright.session("tg18-primary", GOAL), new Cancellation(), QaProgress.NONE);

        List<StoredRun> runs = match.calibrate(sessions("tg18-primary"), HoldWish.BEST, hands(new Cancellation()));

        List<Integer> compared = new ArrayList<>();
        for (StoredRun run : runs) {
            List<JsonNode> others = run.view().findings("compared").toList();
            compared.add(others.size());
            others.forEach(other -> assertTrue(other.path("whiteDeviation").asDouble() < 0.01, other.toString()));
        }
        assertEquals(List.of(0, 1, 2), compared);
        JsonNode withMiddle =
                runs.get(1).view().findings("compared").findFirst().orElseThrow();
        assertTrue(
                withMiddle.path("whiteColourDistance").asDouble() > 0.003, "its primaries share the light otherwise");
        assertTrue(
                runs.get(2).recordTree().path("values").path("BETWEEN_DISPLAYS").asDouble() < 0.01);
    }

    // [utest->req~displayqa.match~1]
    @Test
    void aDisplayThatIsTooDimForAnothersStandardIsNamedAndNothingIsChanged() throws Exception {
        dim.graphicsLut.load(dim.device, Bench.FOUND);
        List<QaSession> sessions = sessions("acr-aapm-siim-primary");

        CandelaException refused = assertThrows(
                CandelaException.class, () -> match.calibrate(sessions, HoldWish.BEST, hands(new Cancellation())));

        assertEquals("calibration.match-too-dim", refused.code());
        assertTrue(refused.toString().contains(dim.device.id().value()), refused.toString());
        assertEquals(Bench.FOUND, dim.monitor.ramp());
        assertEquals(Optional.empty(), ledger.head());
    }

    // [utest->req~displayqa.match~1]
    @Test
    void cancelledWhileWhiteIsMeasuredEveryGraphicsLutIsAsFound() throws Exception {
        middle.graphicsLut.load(middle.device, Bench.FOUND);
        Cancellation cancellation = new Cancellation();
        middle.onPatch = cancellation::cancel;
        List<QaSession> sessions = sessions("tg18-primary");

        assertThrows(CancellationException.class, () -> match.calibrate(sessions, HoldWish.BEST, hands(cancellation)));

        assertEquals(Bench.FOUND, middle.monitor.ramp());
        assertEquals(GammaRamp.identity(256), bright.monitor.ramp());
        assertEquals(Optional.empty(), ledger.head());
    }

    // [utest->req~displayqa.match~1]
    @Test
    void oneDisplayAloneIsNoGroup() throws Exception {
        List<QaSession> one = List.of(dim.session("tg18-primary", GOAL));
        List<QaSession> twice = List.of(dim.session("tg18-primary", GOAL), dim.session("tg18-primary", GOAL));

        for (List<QaSession> sessions : List.of(one, twice)) {
            assertEquals(
                    "displayqa.no-group",
                    assertThrows(
                                    CandelaException.class,
                                    () -> match.calibrate(sessions, HoldWish.BEST, hands(new Cancellation())))
                            .code());
        }
    }

    private List<QaSession> sessions(String profile) throws CandelaException {
        return List.of(dim.session(profile, GOAL), middle.session(profile, GOAL), bright.session(profile, GOAL));
    }

    private static TestRun.Hands hands(Cancellation cancellation) {
        return new TestRun.Hands(cancellation, QaProgress.NONE, MeterPlacement.NOWHERE);
    }

    private static SimulatedDisplay display(int number, double white, ChannelWeights weights) {
        return new SimulatedDisplay(
                number,
                SimulatedPanel.gamma(2.2)
                        .between(0.5, white)
                        .withColours(SimulatedPrimaries.BT_709, weights)
                        .withWear(SimulatedPanel.Wear.USUAL));
    }
}
