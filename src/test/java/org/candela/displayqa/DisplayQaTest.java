package org.candela.displayqa;

import static org.candela.displayqa.SeenPatterns.looked;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Assessment;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.Photometer;
import org.candela.calibration.pattern.VisualAnswer;
import org.candela.calibration.pattern.VisualTest;
import org.candela.calibration.pattern.VisualTests;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RunSite;
import org.candela.displayqa.measure.Sites;
import org.candela.displayqa.measure.TestBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DisplayQaTest {
    private static final GammaRamp NEUTRAL = GammaRamp.identity(256);

    @RegisterExtension
    final LedgerDesk desk = new LedgerDesk();

    private final Bench bench = new Bench();

    // [utest->req~displayqa.calibrate~1]
    // [utest->req~displayqa.simulated~1]
    @Test
    void aCalibrationThatPassesIsPutToUseAndMarkedAsSimulated() throws Exception {
        StoredRun run = calibrate();

        assertEquals("SIMULATED PASS", run.resultText());
        assertEquals(
                run.sequence(),
                desk.ledger().activeLut(run.display()).orElseThrow().run());
        assertEquals(NEUTRAL, bench.inForce);
    }

    // [utest->req~displayqa.restore~1]
    @Test
    void aCalibrationThatFailsIsRecordedButNotUsed() throws Exception {
        // The light goes down by a fifth when the second measuring pass begins.
        QaProgress dim = (step, readings) -> {
            if (step == QaProgress.Step.CONFORMANCE_LEVELS) {
                bench.monitor.age(0.8);
            }
        };

        StoredRun run = desk.qa().calibrate(bench.session(), new Cancellation(), dim);

        assertEquals(Assessment.FAIL, run.overall());
        assertEquals(Optional.empty(), desk.ledger().activeLut(run.display()));
        assertEquals(Bench.FOUND, bench.inForce);
    }

    // [utest->req~displayqa.restore~1]
    @Test
    void aResultThatCannotBeStoredIsNotUsed() throws Exception {
        desk.database()
                .change(tx -> tx.update("CREATE TRIGGER full_disk BEFORE INSERT ON display_lut"
                        + " BEGIN SELECT RAISE(ABORT, 'no space left'); END"));

        assertThrows(CandelaException.class, this::calibrate);

        assertEquals(Bench.FOUND, bench.inForce);
        assertEquals(Optional.empty(), desk.ledger().latest(Bench.DISPLAY.id()));
    }

    // [utest->req~displayqa.restore~1]
    @Test
    void aCancelledCalibrationLeavesTheTableBeforeInForce() throws Exception {
        StoredRun first = calibrate();
        Cancellation cancellation = new Cancellation();

        assertThrows(CancellationException.class, () -> desk.qa()
                .calibrate(bench.session(), cancellation, (step, readings) -> cancellation.cancel()));

        assertEquals(
                first.sequence(),
                desk.ledger().activeLut(first.display()).orElseThrow().run());
        assertEquals(NEUTRAL, bench.inForce);
        assertEquals(1, desk.ledger().history(first.display()).size());
    }

    // [utest->req~displayqa.warm-up~1]
    @Test
    void aColdDisplayIsNotMeasured() throws Exception {
        QaSession cold = bench.coldSession(Duration.ofMinutes(29));

        CandelaException refused = assertThrows(
                CandelaException.class, () -> desk.qa().calibrate(cold, new Cancellation(), QaProgress.NONE));

        assertEquals("displayqa.cold", refused.code());
        assertEquals(0, bench.patches);
        assertEquals(Bench.FOUND, bench.inForce);
    }

    // [utest->req~displayqa.no-simulation-on-real-display~1]
    @Test
    void aSimulatedMeterMeasuresNoRealDisplay() throws Exception {
        QaSession real = bench.sessionOn(new DisplayDevice("DP-2", Optional.empty(), Bench.DISPLAY.place()));

        CandelaException refused = assertThrows(
                CandelaException.class, () -> desk.qa().calibrate(real, new Cancellation(), QaProgress.NONE));

        assertEquals("displayqa.simulated-meter", refused.code());
        assertEquals(0, bench.patches);
    }

    // [utest->req~displayqa.constancy~1]
    @Test
    void aConstancyTestMeasuresTheTableInForce() throws Exception {
        calibrate();

        StoredRun run = desk.qa().testConstancy(bench.session(), new Cancellation(), QaProgress.NONE);

        assertEquals(QaKind.CONSTANCY, run.kind());
        assertEquals("SIMULATED PASS", run.resultText());
    }

    // [utest->req~displayqa.constancy~1]
    @Test
    void anAgedBacklightFailsTheConstancyTest() throws Exception {
        calibrate();
        bench.monitor.age(0.9);

        StoredRun run = desk.qa().testConstancy(bench.session(), new Cancellation(), QaProgress.NONE);

        assertEquals("SIMULATED FAIL", run.resultText());
    }

    // [utest->req~displayqa.quick-check~1]
    @Test
    void theQuickCheckReadsBothEndsOnly() throws Exception {
        calibrate();
        int before = bench.patches;

        StoredRun run = desk.qa().checkQuickly(bench.session(), new Cancellation());

        assertEquals("SIMULATED PASS", run.resultText());
        assertEquals(2, bench.patches - before);
    }

    // [utest->req~displayqa.quick-check~1]
    @Test
    void aGraphicsLutReplacedBehindOurBackFailsTheQuickCheck() throws Exception {
        calibrate();
        int[] outputs = new int[256];
        java.util.Arrays.setAll(outputs, i -> i * 257);
        outputs[128]++;
        bench.testBench().ramp().load(GammaRamp.grey(outputs));

        StoredRun run = desk.qa().checkQuickly(bench.session(), new Cancellation());

        assertEquals(Assessment.FAIL, run.overall());
        assertTrue(run.record().contains("\"rampIntact\":false"));
    }

    // [utest->req~displayqa.uniformity~1]
    @Test
    void anEvenFieldIsMeasuredAtNinePlaces() throws Exception {
        calibrate();

        StoredRun run = desk.qa()
                .testUniformity(
                        bench.session(),
                        (row, column) -> bench.monitor.lookAt(0.1 + 0.4 * column, 0.1 + 0.4 * row),
                        new Cancellation());

        assertEquals("SIMULATED PASS", run.resultText());
        JsonNode field = run.view().field().orElseThrow();
        assertEquals(9, field.path("seenCdPerM2").size());
        double deviation = field.path("maximumLuminanceDeviation").asDouble();
        assertEquals(0.15, deviation, 0.02, "corners lose about 14 %");
    }

    // [utest->req~displayqa.uniformity~1]
    @Test
    void anUnevenScreenBlocksEvenAfterACalibration() throws Exception {
        calibrate();
        desk.qa()
                .testUniformity(
                        bench.session(), (row, column) -> bench.monitor.age(row == 0 ? 0.6 : 1), new Cancellation());
        calibrate();

        QaStanding standing =
                QaStanding.of(desk.ledger(), Bench.DISPLAY.id(), bench.session().profile(), Bench.NOW);

        assertEquals(QaStanding.State.FAILED, standing.state());
        assertTrue(standing.reason().startsWith("Uniformity test"), standing.reason());
    }

    @Test
    void whatWasNeverCalibratedCannotBeTested() {
        assertEquals(
                "displayqa.never-calibrated",
                assertThrows(CandelaException.class, () -> desk.qa().checkQuickly(bench.session(), new Cancellation()))
                        .code());
    }

    // [utest->req~displayqa.meter-due~1]
    @Test
    void aMeterOutOfItsDateAssessesNothing() throws Exception {
        LocalDate today = LocalDate.of(2026, 11, 24);

        assertEquals("NOT ASSESSED", resultWithMeterDue(Optional.empty()));
        assertEquals("NOT ASSESSED", resultWithMeterDue(Optional.of(today.minusDays(1))));
        assertEquals("PASS", resultWithMeterDue(Optional.of(today)));
    }

    // [utest->req~displayqa.visual-kept~1]
    @Test
    void whatAnObserverAnsweredIsKeptAndNothingSkippedPasses() throws Exception {
        calibrate();
        VisualTest test = VisualTests.DAILY.tests().get(0);

        StoredRun passed = desk.qa()
                .keepVisual(looking(), List.of(looked(test, VisualAnswer.Outcome.PASS)), bench.inForce, "observer");
        StoredRun skipped = desk.qa()
                .keepVisual(looking(), List.of(looked(test, VisualAnswer.Outcome.SKIP)), bench.inForce, "observer");
        StoredRun failed = desk.qa()
                .keepVisual(looking(), List.of(looked(test, VisualAnswer.Outcome.FAIL)), bench.inForce, "observer");
        StoredRun foreign = desk.qa()
                .keepVisual(looking(), List.of(looked(test, VisualAnswer.Outcome.PASS)), Bench.FOUND, "observer");

        assertEquals("SIMULATED PASS", passed.resultText(), "a virtual display is seen by nobody");
        assertEquals(Assessment.NOT_ASSESSED, skipped.overall());
        assertEquals(Assessment.FAIL, failed.overall());
        assertEquals(Assessment.FAIL, foreign.overall(), "patterns went through another graphics LUT");
        JsonNode kept = failed.view().findings("visual").findFirst().orElseThrow();
        assertTrue(kept.path("pattern").path("synthetic").asBoolean());
        assertEquals("FAIL", kept.path("answers").path(0).path("outcome").asText());
        assertEquals(Optional.empty(), desk.ledger().firstFault());
    }

    // [utest->req~displayqa.visual-kept~1]
    @Test
    void aCalibrationDoesNotMakeGoodForWhatWasSeen() throws Exception {
        calibrate();
        VisualTest test = VisualTests.DAILY.tests().get(0);
        desk.qa().keepVisual(looking(), List.of(looked(test, VisualAnswer.Outcome.FAIL)), bench.inForce, "observer");
        calibrate();

        QaStanding standing =
                QaStanding.of(desk.ledger(), Bench.DISPLAY.id(), bench.session().profile(), Bench.NOW);

        assertEquals(QaStanding.State.FAILED, standing.state());
        assertTrue(standing.reason().startsWith("Visual test"), standing.reason());
    }

    // [utest->req~displayqa.record-site~1]
    // [utest->req~displayqa.record-time~1]
    @Test
    void aVisualTestTellsMachineDisplayAndTimeAsAMeasuredRunDoes() throws Exception {
        calibrate();
        VisualTest test = VisualTests.DAILY.tests().get(0);
        DisplayQa.Looking looking = desk.qa().beginLooking(Bench.DISPLAY, Sites.known());

        JsonNode record = desk.qa()
                .keepVisual(looking, List.of(looked(test, VisualAnswer.Outcome.PASS)), bench.inForce, "observer")
                .recordTree();

        assertEquals("reading-desk", record.at("/workstation/host").asText());
        assertEquals(
                "LCD, active matrix", record.at("/display/monitor/technology").asText());
        assertEquals(1234, record.at("/display/backlightHours").asInt());
        assertEquals("+01:00", record.at("/time/offset").asText());
        assertEquals(250, record.at("/time/lastedMs").asLong(), "from the first pattern to the last answer");
        assertEquals(21.5, record.at("/conditions/temperatureCelsius").asDouble());
        assertEquals(Optional.empty(), desk.ledger().firstFault());
    }

    private DisplayQa.Looking looking() {
        return desk.qa().beginLooking(Bench.DISPLAY, RunSite.UNKNOWN);
    }

    // [utest->req~displayqa.verdict~1]
    @Test
    void roomLightThatNobodyMeasuredIsSaidAndItsRatioNotAssessed() throws Exception {
        TestBench known = bench.testBench();
        QaSession guessed = bench.session()
                .with(new TestBench(
                        known.patches(),
                        known.photometer(),
                        known.ramp(),
                        new TestBench.Room(known.room().ambient(), TestBench.AmbientSource.DEFAULT)));

        StoredRun run = desk.qa().calibrate(guessed, new Cancellation(), QaProgress.NONE);

        assertEquals(Assessment.NOT_ASSESSED, run.overall());
        assertEquals(
                "DEFAULT",
                run.recordTree().path("conditions").path("ambientSource").asText());
        assertTrue(!run.recordTree().path("values").has("AMBIENT_RATIO"));
    }

    // [utest->req~displayqa.meter-due~1]
    @Test
    void theMonitorsOwnSensorAssessesNothingAlone() throws Exception {
        TestBench known = bench.testBench();
        Photometer.Identity built = new Photometer.Identity(
                "Make",
                "built in",
                "1",
                "",
                Photometer.Aim.INTERNAL,
                Optional.of(Bench.certificate(LocalDate.of(2027, 1, 1))),
                false);
        Photometer internal = new Photometer() {
            @Override
            public Identity identity() {
                return built;
            }

            @Override
            public Luminance read() throws DeviceException {
                return known.photometer().read();
            }
        };
        QaSession session = bench.session().with(new TestBench(known.patches(), internal, known.ramp(), known.room()));

        assertEquals(
                "NOT ASSESSED",
                desk.qa()
                        .calibrate(session, new Cancellation(), QaProgress.NONE)
                        .resultText());
    }

    // [utest->req~displayqa.compared~1]
    @Test
    void whiteIsToldBesideThatOfTheOtherDisplayAndAgainstTheCalibration() throws Exception {
        StoredRun calibration = calibrate();
        DisplayDevice beside = new DisplayDevice(
                "DP-2",
                Optional.of(new Edid("CDL", 0x0D1A, 0, "VIRT DIAG R", "VIRT-1002", 325, 433, 2026)),
                Bench.DISPLAY.place());
        StoredRun other = desk.qa().calibrate(bench.sessionOn(beside), new Cancellation(), QaProgress.NONE);
        bench.monitor.age(0.95);

        StoredRun run = desk.qa().checkQuickly(bench.session(), new Cancellation());

        JsonNode compared = run.view().findings("compared").findFirst().orElseThrow();
        assertEquals(beside.id().value(), compared.path("display").asText());
        assertEquals(other.sequence(), compared.path("run").asLong());
        assertEquals(0.05, compared.path("whiteDeviation").asDouble(), 0.01, "5 % less light than beside");
        JsonNode change = run.view().findings("change").findFirst().orElseThrow();
        assertEquals(calibration.sequence(), change.path("run").asLong());
        assertEquals(-0.05, change.path("white").asDouble(), 0.01);
        assertTrue(run.recordTree().path("values").has("BETWEEN_DISPLAYS"));
        assertTrue(calibration.view().findings("compared").findAny().isEmpty(), "it was the first");
    }

    private String resultWithMeterDue(Optional<LocalDate> due) throws Exception {
        return desk.qa()
                .calibrate(bench.sessionWithMeterDue(due), new Cancellation(), QaProgress.NONE)
                .resultText();
    }

    private StoredRun calibrate() throws CandelaException {
        return desk.qa().calibrate(bench.session(), new Cancellation(), QaProgress.NONE);
    }
}
