package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.candela.audit.AuditLog;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.MonitorDriver;
import org.candela.calibration.device.MonitorLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedMonitorControl;
import org.candela.calibration.device.sim.SimulatedMonitorDriver;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.TestBench.MonitorTables;
import org.candela.displayqa.watch.MonitorLutRecovery;
import org.candela.displayqa.watch.RampJournal;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~app.monitor-luts~1]
class MonitorLutsTest {
    private static final Edid EDID = new Edid("ABC", 7, 42, "REAL", "S-42", 600, 340, 2024);
    private static final DisplayDevice DISPLAY =
            new DisplayDevice("DP-1", Optional.of(EDID), new DisplayDevice.Place(0, 0, 2560, 1440));

    @TempDir
    private Path folder;

    private final SimulatedMonitor monitor = SimulatedMonitor.typical(1);
    private final SimulatedMonitorControl control = SimulatedMonitorControl.of(monitor, EDID);

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("qa.db"), Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void aMonitorWithoutALutOrADriverHasNone() {
        assertEquals(Optional.empty(), luts(List.of()).of(DISPLAY));
        assertEquals(Optional.empty(), luts().of(DISPLAY));
    }

    @Test
    void aLutIsReachedByTheEdidOfItsDisplayAndLoadedThrough() throws Exception {
        control.withLut(new MonitorLut(256, 10, 10, 10));
        GammaRamp squares =
                GammaRamp.grey(IntStream.range(0, 256).map(i -> i * i).toArray());

        MonitorTables tables = luts().of(DISPLAY).orElseThrow();
        tables.table().load(squares);

        assertEquals(tables.table().asHeld(squares), monitor.ownLut().orElseThrow());
        assertEquals(monitor.ownLut().orElseThrow(), tables.table().read());
        DisplayDevice other = new DisplayDevice(
                "DP-2", Optional.of(new Edid("ABC", 7, 43, "REAL", "S-43", 600, 340, 2024)), DISPLAY.place());
        assertEquals(Optional.empty(), luts().of(other));
    }

    @Test
    void whatAKilledProgramLeftIsPutRightByTheNextOne() throws Exception {
        control.withLut(new MonitorLut(256, 10, 10, 10));
        MonitorTables killed = luts().of(DISPLAY).orElseThrow();
        GammaRamp found = killed.table().read();
        killed.table()
                .load(GammaRamp.grey(IntStream.range(0, 256).map(i -> i * i).toArray()));
        assertNotEquals(found, monitor.ownLut().orElseThrow());

        luts().recover(List.of(DISPLAY));

        assertEquals(found, monitor.ownLut().orElseThrow());
    }

    @Test
    void anUnpluggedMonitorIsAskedAgainLater() {
        control.withLut(new MonitorLut(256, 10, 10, 10));
        MonitorLuts luts = luts();
        control.unplug();

        assertEquals(Optional.empty(), luts.of(DISPLAY));
        assertTrue(luts().of(DISPLAY).isEmpty(), "still unplugged, and no failure");
    }

    private MonitorLuts luts() {
        return luts(List.of(new SimulatedMonitorDriver(List.of(control))));
    }

    private MonitorLuts luts(List<MonitorDriver> drivers) {
        RampJournal journal = new RampJournal(folder.resolve("monitors"));
        return new MonitorLuts(
                drivers, journal, new MonitorLutRecovery(journal, new QaLedger(database, new AuditLog())));
    }
}
