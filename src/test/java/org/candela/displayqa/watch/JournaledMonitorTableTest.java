package org.candela.displayqa.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.HoldWish;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MonitorLut;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedMonitorControl;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.CalibrationOrder;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.watch.RampRecovery.Outcome;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was in a monitor's own LUT before us is known after a kill, and comes back unless the table is held there. */
class JournaledMonitorTableTest {
    private static final int ENTRIES = 256;

    @TempDir
    private Path folder;

    private final SimulatedMonitor monitor =
            new SimulatedMonitor(SimulatedPanel.gamma(2.2).withBits(10), 1);
    private final SimulatedMonitorControl control =
            SimulatedMonitorControl.of(monitor).withLut(new MonitorLut(ENTRIES, 10, 10, 10));

    @SuppressWarnings("NullAway.Init") // set before each test
    private RampJournal journal;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private QaLedger ledger;

    @SuppressWarnings("NullAway.Init") // set before each test
    private GammaRamp vendors;

    @BeforeEach
    void open() throws Exception {
        journal = new RampJournal(folder.resolve("monitor-luts"));
        database = Database.open(folder.resolve("qa.db"), Bench.CLOCK);
        ledger = new QaLedger(database, new AuditLog());
        plain().load(GammaRamp.grey(IntStream.range(0, ENTRIES).map(i -> i * i).toArray()));
        vendors = plain().read();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    // [utest->req~displayqa.monitor-held~1]
    @Test
    void killedAmidARunTheMonitorGetsBackWhatWasFound() throws Exception {
        journaled().load(GammaRamp.identity(ENTRIES));
        assertNotEquals(vendors, plain().read());

        MonitorLutRecovery next = new MonitorLutRecovery(new RampJournal(folder.resolve("monitor-luts")), ledger);
        assertTrue(next.isLeft(Bench.DISPLAY.id()));
        assertEquals(Outcome.PUT_BACK, next.recover(Bench.DISPLAY.id(), plain()));

        assertEquals(vendors, plain().read());
        assertFalse(next.isLeft(Bench.DISPLAY.id()));
        assertEquals(Outcome.NOTHING_LEFT, next.recover(Bench.DISPLAY.id(), plain()));
    }

    // [utest->req~displayqa.monitor-held~1]
    @Test
    void whatSomebodyElseLoadedSinceIsLeftAlone() throws Exception {
        journaled().load(GammaRamp.identity(ENTRIES));
        GammaRamp others = GammaRamp.grey(
                IntStream.range(0, ENTRIES).map(i -> Math.min(65535, i * 300)).toArray());
        plain().load(others);
        GammaRamp now = plain().read();

        assertEquals(Outcome.FOREIGN, new MonitorLutRecovery(journal, ledger).recover(Bench.DISPLAY.id(), plain()));

        assertEquals(now, plain().read());
    }

    // [utest->req~displayqa.monitor-held~1]
    @Test
    void aTableHeldInTheMonitorStaysThereAfterAKillAndGoesWhenItIsHeldElsewhere() throws Exception {
        calibrate(HoldWish.MONITOR);
        GammaRamp table = plain().read();

        MonitorLutRecovery next = new MonitorLutRecovery(journal, ledger);
        assertEquals(Outcome.LEFT_TO_TABLE, next.recover(Bench.DISPLAY.id(), plain()));
        assertEquals(table, plain().read());

        StoredRun run = calibrate(HoldWish.RENDERER);

        assertEquals("SIMULATED PASS", run.resultText());
        assertEquals(vendors, plain().read(), "what was there before the first run");
        assertEquals(Outcome.NOTHING_LEFT, next.recover(Bench.DISPLAY.id(), plain()));
    }

    private StoredRun calibrate(HoldWish wish) throws CandelaException {
        TestBench.MonitorTables tables = TestBench.MonitorTables.of(control).orElseThrow();
        TestBench bench = new TestBench(
                        monitor::show,
                        new SimulatedPhotometer(monitor),
                        TestBench.Ramp.of(new SimulatedGraphicsLut(monitor), Bench.DISPLAY),
                        new TestBench.Room(new Luminance(0.2), TestBench.AmbientSource.PROVIDED))
                .with(new TestBench.MonitorTables(tables.shape(), journaled()));
        CalibrationProfile profile = CalibrationProfile.shipped("acr-aapm-siim-primary");
        QaSession session =
                new QaSession(Bench.DISPLAY, bench, List.of(profile), Bench.NOW.minus(Duration.ofHours(1)), "test");
        return new DisplayQa(ledger, Bench.CLOCK)
                .calibrate(
                        session, CalibrationOrder.best(profile.goal()).held(wish), new Cancellation(), QaProgress.NONE);
    }

    private TestBench.Ramp plain() throws DeviceException {
        return TestBench.MonitorTables.of(control).orElseThrow().table();
    }

    private TestBench.Ramp journaled() throws DeviceException {
        return new JournaledMonitorTable(plain(), Bench.DISPLAY.id(), journal);
    }
}
