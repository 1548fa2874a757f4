package org.candela.displayqa.watch;

import static org.candela.displayqa.watch.WatchDesk.LEFT;
import static org.candela.displayqa.watch.WatchDesk.RIGHT;
import static org.candela.displayqa.watch.WatchDesk.WARM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.calibration.GammaRamp;
import org.candela.displayqa.watch.WatchEvent.Event;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LutWatchdogTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private WatchDesk desk;

    private final List<ScreenId> told = new ArrayList<>();

    @BeforeEach
    void calibrateBoth() throws Exception {
        desk = new WatchDesk(folder);
        desk.calibrate(LEFT);
        desk.calibrate(RIGHT);
        desk.watchdog.onChange(told::add);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    // [utest->req~displayqa.watchdog~1]
    @Test
    void aReplacedGraphicsLutAlarmsForItsOwnDisplayOnceAndBlocksReading() {
        LutAlarmCheck check = new LutAlarmCheck(desk.watchdog::seen, () -> List.of(LEFT.id(), RIGHT.id()));
        assertEquals(Status.NOT_ASSESSED, check.evaluate().status(), "before the first look");
        desk.watchdog.look(WatchCause.START);
        assertEquals(Status.READY, check.evaluate().status());
        desk.ramps.put(RIGHT, WARM);

        desk.watchdog.look(WatchCause.CLOCK);
        desk.watchdog.look(WatchCause.CLOCK);

        assertEquals(List.of(RIGHT.id()), told);
        assertTrue(desk.watchdog.alarm(LEFT.id()).isEmpty());
        assertTrue(desk.watchdog.alarm(RIGHT.id()).orElseThrow().startsWith("Replaced since calibration"));
        assertEquals(Status.BLOCKED, check.evaluate().status());
    }

    // [utest->req~displayqa.alarms-kept~1]
    @Test
    void anAlarmAndItsAllClearAreKeptWithTheirCausesAndInTheAuditTrail() throws Exception {
        desk.ramps.put(RIGHT, WARM);
        desk.watchdog.look(WatchCause.FOCUS);
        desk.ramps.put(RIGHT, GammaRamp.identity(256));
        desk.watchdog.look(WatchCause.CLOCK);

        List<WatchEvent> kept = desk.book.history(RIGHT.id());
        assertEquals(
                List.of(Event.ALARM, Event.ALL_CLEAR),
                kept.stream().map(WatchEvent::event).toList());
        assertEquals(
                List.of(WatchCause.FOCUS, WatchCause.CLOCK),
                kept.stream().map(WatchEvent::cause).toList());
        assertEquals(List.of(RIGHT.id(), RIGHT.id()), told);
        long alarms =
                desk.database.read(tx -> tx
                        .query(
                                "SELECT action FROM audit_event WHERE action = 'DISPLAY_ALARM'",
                                row -> row.string("action"))
                        .stream()
                        .count());
        assertEquals(2, alarms);
    }

    // [utest->req~displayqa.alarms-kept~1]
    @Test
    void whatIsKeptIsNeverChangedAndNeverDeleted() throws Exception {
        desk.ramps.put(RIGHT, WARM);
        desk.watchdog.look(WatchCause.CLOCK);

        for (String tampering : List.of("UPDATE display_alarm SET event = 'NOTE'", "DELETE FROM display_alarm")) {
            assertThrows(StoreException.class, () -> desk.database.change(tx -> tx.update(tampering)));
        }
        assertEquals(1, desk.book.history(RIGHT.id()).size());
    }

    // [utest->req~displayqa.alarms-kept~1]
    @Test
    void anAlarmOfAKilledProgramGetsItsAllClearFromTheNextOne() throws Exception {
        desk.ramps.put(RIGHT, WARM);
        desk.watchdog.look(WatchCause.CLOCK);
        desk.ramps.put(RIGHT, GammaRamp.identity(256));

        LutWatchdog next = desk.newWatchdog();
        next.look(WatchCause.START);

        assertTrue(next.alarm(RIGHT.id()).isEmpty());
        assertEquals(Optional.empty(), desk.book.open(RIGHT.id(), WatchKind.GRAPHICS_LUT));
    }

    // [utest->req~displayqa.alarms-kept~1]
    @Test
    void anAlarmThatGoesOnOverARestartIsKeptOnce() throws Exception {
        desk.ramps.put(RIGHT, WARM);
        desk.watchdog.look(WatchCause.CLOCK);

        LutWatchdog next = desk.newWatchdog();
        next.look(WatchCause.START);

        assertFalse(next.alarm(RIGHT.id()).isEmpty());
        assertEquals(1, desk.book.history(RIGHT.id()).size());
    }

    /** What Xvfb answers until somebody has loaded a ramp. */
    // [utest->req~displayqa.watchdog~1]
    @Test
    void aRampOfZerosIsUnknownAndNeverTakenForCalibrated() {
        desk.ramps.put(LEFT, GammaRamp.grey(new int[256]));

        assertEquals(LutWatchdog.State.UNKNOWN, desk.watchdog.look(WatchCause.CLOCK, LEFT));
        assertTrue(desk.watchdog.alarm(LEFT.id()).orElseThrow().contains("zeros"));
    }

    // [utest->req~displayqa.watchdog~1]
    @Test
    void aDisplayThatCannotBeReadForAMomentIsNoAlarmAndForLongerIsOne() {
        desk.isBroken = true;
        desk.watchdog.look(WatchCause.CLOCK);
        desk.watchdog.look(WatchCause.CLOCK);
        assertTrue(desk.watchdog.alarm(LEFT.id()).isEmpty());

        desk.watchdog.look(WatchCause.CLOCK);

        assertTrue(desk.watchdog.alarm(LEFT.id()).orElseThrow().contains("device.gone"));
    }

    // [utest->req~displayqa.watchdog~1]
    @Test
    void theDisplayOnTheBenchIsNotJudgedWhileTheOthersAre() {
        desk.ramps.put(LEFT, WARM);
        desk.ramps.put(RIGHT, WARM);

        desk.watchdog.lookAtOthers(WatchCause.CLOCK, LEFT.id());

        assertEquals(List.of(RIGHT.id()), told);
    }

    // [utest->req~displayqa.watchdog~1]
    @Test
    void anAlarmIsShownAlsoWhenTheDiskRefusesIt() throws Exception {
        desk.ramps.put(RIGHT, WARM);
        desk.database.change(tx -> tx.update(
                "CREATE TRIGGER full BEFORE INSERT ON display_alarm" + " BEGIN SELECT RAISE(ABORT, 'disk full'); END"));
        desk.watchdog.look(WatchCause.CLOCK);
        assertTrue(desk.watchdog.alarm(RIGHT.id()).isPresent());
        assertEquals(0, desk.book.history(RIGHT.id()).size());

        desk.database.change(tx -> tx.update("DROP TRIGGER full"));
        desk.watchdog.look(WatchCause.CLOCK);

        assertEquals(1, desk.book.history(RIGHT.id()).size(), "kept as soon as the disk takes it");
        assertEquals(List.of(RIGHT.id()), told);
    }
}
