package org.candela.displayqa.watch;

import static org.candela.displayqa.watch.WatchDesk.LEFT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.device.VcpFeature;
import org.candela.displayqa.watch.WatchEvent.Event;
import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsWatchTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private WatchDesk desk;

    @SuppressWarnings("NullAway.Init") // set before each test
    private SettingsWatch watch;

    private final ScriptedMonitor monitor = new ScriptedMonitor();

    @BeforeEach
    void open() throws Exception {
        desk = new WatchDesk(folder);
        watch = newWatch();
        desk.calibrate(LEFT);
        monitor.set(VcpFeature.LUMINANCE, 70);
        monitor.set(VcpFeature.COLOUR_PRESET, 5);
        monitor.set(VcpFeature.USAGE_HOURS, 1200);
        look();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    // [utest->req~displayqa.settings-watch~1]
    @Test
    void aChangedControlIsNamedWithWasAndIsOnceAndBlocksUntilItIsSetBack() throws Exception {
        DriftCheck check = new DriftCheck(DriftCheck.Kind.SETTINGS, watch::alarm, () -> List.of(LEFT.id()));
        assertEquals(Status.READY, check.evaluate().status());
        monitor.set(VcpFeature.LUMINANCE, 75);

        assertTrue(look());
        assertFalse(look(), "told once");

        assertEquals(Optional.of("Since run 1: brightness was 70, is 75."), watch.alarm(LEFT.id()));
        assertEquals(Status.BLOCKED, check.evaluate().status());
        monitor.set(VcpFeature.LUMINANCE, 70);
        assertTrue(look());
        assertEquals(Status.READY, check.evaluate().status());
        assertEquals(
                List.of(Event.ALARM, Event.ALL_CLEAR),
                desk.book.history(LEFT.id()).stream().map(WatchEvent::event).toList());
    }

    // [utest->req~displayqa.settings-watch~1]
    @Test
    void hoursGoOnControlsThatAreMissingAndAMonitorThatSleepsAreNoAlarm() {
        monitor.set(VcpFeature.USAGE_HOURS, 1201);
        assertFalse(look());
        monitor.values.remove(VcpFeature.COLOUR_PRESET);
        assertFalse(look());
        monitor.isAsleep = true;
        assertFalse(look());
        assertTrue(watch.alarm(LEFT.id()).isEmpty());
    }

    // [utest->req~displayqa.settings-watch~1]
    @Test
    void aMonitorThatFallsAsleepKeepsItsAlarm() {
        monitor.set(VcpFeature.LUMINANCE, 75);
        look();
        monitor.isAsleep = true;
        look();
        assertTrue(watch.alarm(LEFT.id()).isPresent());
    }

    // [utest->req~displayqa.settings-watch~1]
    @Test
    void theNextConformanceRunMakesANewBaseline() throws Exception {
        monitor.set(VcpFeature.LUMINANCE, 75);
        look();
        desk.calibrate(LEFT);

        assertTrue(look());

        assertTrue(watch.alarm(LEFT.id()).isEmpty());
    }

    // [utest->req~displayqa.settings-watch~1]
    @Test
    void afterARestartTheBaselineIsStillThatOfTheRunAndTheAlarmIsNotKeptTwice() throws Exception {
        monitor.set(VcpFeature.LUMINANCE, 75);
        look();

        watch = newWatch();
        look();

        assertEquals(Optional.of("Since run 1: brightness was 70, is 75."), watch.alarm(LEFT.id()));
        assertEquals(1, desk.book.history(LEFT.id()).size());
    }

    // [utest->req~displayqa.settings-watch~1]
    @Test
    void readingsAreKeptWhereTheyDifferSoThatHoursCanBeFollowed() throws Exception {
        look();
        monitor.set(VcpFeature.USAGE_HOURS, 1201);
        look();
        look();

        List<Long> hours = desk.database.read(tx -> tx.query(
                "SELECT value FROM monitor_reading WHERE control = 'USAGE_HOURS' AND run = 0 ORDER BY sequence",
                row -> row.longValue("value")));
        assertEquals(List.of(1200L, 1201L), hours);
    }

    private boolean look() {
        return watch.look(LEFT.id(), monitor, WatchCause.CLOCK);
    }

    private SettingsWatch newWatch() {
        return new SettingsWatch(desk.ledger, desk.database, desk.book, desk.clock());
    }
}
