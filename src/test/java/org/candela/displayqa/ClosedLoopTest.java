package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.measure.TestPart;
import org.candela.displayqa.measure.TestPlan;
import org.candela.displayqa.measure.TestRun;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calibrates simulated panels and measures what came of it, as on a bench. */
class ClosedLoopTest {
    private static final Luminance AMBIENT = new Luminance(0.2);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private QaLedger ledger;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("qa.db"), Bench.CLOCK);
        ledger = new QaLedger(database, new AuditLog());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    // [utest->req~displayqa.closed-loop~1]
    @Test
    void anEightBitPanelOfGamma22ShowsAllGreysWithinTwoPercent() throws Exception {
        SimulatedMonitor monitor =
                new SimulatedMonitor(new SimulatedMonitor.Panel(2.2, 0.7, 400, ChannelWeights.SRGB, 0), 1);
        QaSession session = session(monitor);

        calibrate(session);
        StoredRun run = test(session);

        double at18 = kappaDelta(run, 18);
        double at52 = kappaDelta(run, 52);
        assertTrue(at18 <= 0.02, "18 levels: " + at18);
        assertTrue(at52 <= 0.10, "52 levels: " + at52);
        assertEquals(256, distinct(levels(run, 256)), "distinct luminances of 256 P-values");
    }

    private void calibrate(QaSession session) throws CandelaException {
        new DisplayQa(ledger, Bench.CLOCK).calibrate(session, new Cancellation(), QaProgress.NONE);
    }

    private StoredRun test(QaSession session) throws CandelaException {
        TestPlan plan = TestPlan.usual(QaKind.ACCEPTANCE)
                .of(List.of(new TestPart.Levels(18), new TestPart.Levels(52), new TestPart.Levels(256)));
        return new DisplayQa(ledger, Bench.CLOCK)
                .test(session, plan, new TestRun.Hands(new Cancellation(), QaProgress.NONE, MeterPlacement.NOWHERE));
    }

    private static JsonNode levels(StoredRun run, int count) {
        return run.view()
                .findings("levels")
                .filter(levels -> levels.path("count").asInt() == count)
                .findFirst()
                .orElseThrow();
    }

    private static double kappaDelta(StoredRun run, int count) {
        return levels(run, count).path("kappaDelta").asDouble();
    }

    private static int distinct(JsonNode levels) {
        Set<Double> seen = new HashSet<>();
        levels.path("levels")
                .forEach(level -> seen.add(level.path("seenCdPerM2").asDouble()));
        return seen.size();
    }

    private static QaSession session(SimulatedMonitor monitor) throws CandelaException {
        TestBench.Room room = new TestBench.Room(AMBIENT, TestBench.AmbientSource.PROVIDED);
        TestBench bench = new TestBench(
                monitor::show,
                new SimulatedPhotometer(monitor),
                TestBench.Ramp.of(new SimulatedGraphicsLut(monitor), Bench.DISPLAY),
                room);
        return new QaSession(
                Bench.DISPLAY,
                bench,
                List.of(CalibrationProfile.shipped("acr-aapm-siim-primary")),
                Bench.NOW.minus(Duration.ofHours(1)),
                "test");
    }
}
