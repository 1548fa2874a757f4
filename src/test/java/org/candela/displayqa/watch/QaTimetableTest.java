package org.candela.displayqa.watch;

import static org.candela.displayqa.watch.WatchDesk.LEFT;
import static org.candela.displayqa.watch.WatchDesk.RIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.watch.DueRun.State;
import org.candela.displayqa.watch.QaDueCheck.Asked;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QaTimetableTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private WatchDesk desk;

    @SuppressWarnings("NullAway.Init") // set before each test
    private QaTimetable timetable;

    @SuppressWarnings("NullAway.Init") // set before each test
    private QaSnoozes snoozes;

    @SuppressWarnings("NullAway.Init") // set before each test
    private List<QaIntervals> standards;

    @BeforeEach
    void open() throws Exception {
        desk = new WatchDesk(folder);
        snoozes = new QaSnoozes(desk.database, new AuditLog(), desk.clock());
        timetable = new QaTimetable(desk.ledger, snoozes, desk.clock());
        standards = List.of(QaIntervals.of(CalibrationProfile.shipped("acr-aapm-siim-primary")));
        desk.calibrate(LEFT);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    // [utest->req~displayqa.schedule~1]
    @Test
    void aCalibrationCountsForConformanceAndTheShiftButNotForUniformity() throws Exception {
        assertEquals(State.IN_TIME, state(LEFT.id(), QaKind.CONSTANCY));
        assertEquals(State.IN_TIME, state(LEFT.id(), QaKind.QUICK_CHECK));
        assertEquals(State.NEVER, state(LEFT.id(), QaKind.UNIFORMITY));
        assertEquals(State.NEVER, state(RIGHT.id(), QaKind.CONSTANCY));
    }

    // [utest->req~displayqa.schedule~1]
    @Test
    void aRunIsRemindedOfTwoWeeksBeforeAndOverdueFromTheMoment() throws Exception {
        desk.pass(Duration.ofDays(365 - 14).minusSeconds(1));
        assertEquals(State.IN_TIME, state(LEFT.id(), QaKind.CONSTANCY));
        desk.pass(Duration.ofSeconds(1));
        assertEquals(State.SOON, state(LEFT.id(), QaKind.CONSTANCY));
        desk.pass(Duration.ofDays(14).minusSeconds(1));
        assertEquals(State.SOON, state(LEFT.id(), QaKind.CONSTANCY));
        desk.pass(Duration.ofSeconds(1));
        assertEquals(State.OVERDUE, state(LEFT.id(), QaKind.CONSTANCY));
    }

    // [utest->req~displayqa.schedule~1]
    @Test
    void aSnoozePutsTheReminderOffForItsDaysIsLoggedAndNeverHidesWhatIsOverdue() throws Exception {
        desk.pass(Duration.ofDays(365 - 10));
        snoozes.putOff(
                new QaSnoozes.Reminder(LEFT.id(), QaKind.CONSTANCY),
                desk.clock().instant().plus(Duration.ofDays(12)),
                "reader");
        assertEquals(State.SNOOZED, state(LEFT.id(), QaKind.CONSTANCY));
        desk.pass(Duration.ofDays(11));
        assertEquals(State.OVERDUE, state(LEFT.id(), QaKind.CONSTANCY));

        List<String> logged = desk.database.read(tx ->
                tx.query("SELECT actor FROM audit_event WHERE action = 'DISPLAY_ALARM'", row -> row.string("actor")));
        assertEquals(List.of("reader"), logged);
    }

    // [utest->req~displayqa.pre-shift~1]
    @Test
    void theCardKnowsWhetherTodaysPreShiftCheckWasMade() throws Exception {
        QaDueCheck check = check(Asked.preShift(() -> List.of(LEFT.id())));
        assertEquals(Status.READY, check.evaluate().status(), "a calibration is more than a check");
        desk.pass(Duration.ofHours(25));
        ReadinessItem missing = check.evaluate();
        assertEquals(Status.WARNING, missing.status());
        assertTrue(missing.reason().startsWith("Pre-shift check of"), missing.reason());

        new DisplayQa(desk.ledger, desk.clock())
                .checkQuickly(WatchDesk.session(LEFT, desk.lut, desk.clock()), new Cancellation());

        assertEquals(Status.READY, check.evaluate().status());
    }

    // [utest->req~displayqa.pre-shift~1]
    @Test
    void aPreShiftCheckThatFailedCountsForNothing() throws Exception {
        desk.pass(Duration.ofHours(25));
        desk.ramps.put(LEFT, WatchDesk.WARM);
        new DisplayQa(desk.ledger, desk.clock())
                .checkQuickly(WatchDesk.session(LEFT, desk.lut, desk.clock()), new Cancellation());

        assertEquals(State.OVERDUE, state(LEFT.id(), QaKind.QUICK_CHECK));
    }

    // [utest->req~displayqa.schedule~1]
    @Test
    void theCardNamesTheWorstRunOfTheDisplaysInUseAlone() throws Exception {
        QaDueCheck check = check(Asked.timetable(() -> List.of(LEFT.id())));

        ReadinessItem item = check.evaluate();

        assertEquals(Status.WARNING, item.status());
        assertTrue(item.reason().startsWith("Uniformity test of " + LEFT.id()), item.reason());
        assertEquals(Status.READY, check(Asked.timetable(List::of)).evaluate().status());
    }

    private QaDueCheck check(Asked asked) {
        return new QaDueCheck(timetable, standards, asked);
    }

    private State state(ScreenId display, QaKind kind) throws Exception {
        return timetable.of(display, standards).stream()
                .filter(run -> run.kind() == kind)
                .findFirst()
                .orElseThrow()
                .state();
    }
}
