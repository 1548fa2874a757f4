package org.candela.displayqa.watch;

import static org.candela.displayqa.watch.WatchDesk.LEFT;
import static org.candela.displayqa.watch.WatchDesk.RIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.ScreenId;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.pattern.VisualAnswer;
import org.candela.calibration.pattern.VisualTests;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.SeenPatterns;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.TestRun;
import org.candela.displayqa.watch.DueRun.State;
import org.candela.displayqa.watch.QaDueCheck.Asked;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    // [utest->req~displayqa.schedule~1]
    @ParameterizedTest
    @CsvSource({
        "mqsa, CONSTANCY, 31", // monthly and yearly
        "mqsa, UNIFORMITY, 365",
        "nyc-pdm, CONSTANCY, 92", // each quarter and yearly
        "nyc-pdm, VISUAL, 14",
        "din-6868-157-i-rk1, CONSTANCY, 183",
        "acr-aapm-siim-primary, CONSTANCY, 365"
    })
    void ofSeveralTestsOfAKindTheShortestIntervalHolds(String profile, QaKind kind, int days) throws Exception {
        QaIntervals intervals = QaIntervals.of(CalibrationProfile.shipped(profile));

        assertEquals(Duration.ofDays(days), intervals.every().get(kind));
    }

    // [utest->req~displayqa.schedule~1]
    @Test
    void aRunThatOneStandardFailsIsMadeForAnotherThatItMeets() throws Exception {
        CalibrationProfile stricter = CalibrationProfile.shipped("acr-aapm-siim-mammography");
        new DisplayQa(desk.ledger, desk.clock())
                .calibrate(
                        WatchDesk.session(RIGHT, desk.lut, desk.clock()).judgedAlsoBy(List.of(stricter)),
                        new Cancellation(),
                        QaProgress.NONE);

        List<DueRun> runs = timetable.of(RIGHT.id(), List.of(standards.get(0), QaIntervals.of(stricter)));

        assertEquals(
                Assessment.FAIL, desk.ledger.latest(RIGHT.id()).orElseThrow().overall(), "the worst of both");
        assertEquals(State.IN_TIME, state(runs, "acr-aapm-siim-primary", QaKind.CONSTANCY));
        assertEquals(State.NEVER, state(runs, stricter.id(), QaKind.CONSTANCY));
        assertEquals(State.NEVER, state(runs, stricter.id(), QaKind.QUICK_CHECK));
    }

    // [utest->req~displayqa.schedule~1]
    @Test
    void aStandardThatNobodyJudgedTheRunByYetIsHeldAgainstItsFigures() throws Exception {
        CalibrationProfile stricter = CalibrationProfile.shipped("acr-aapm-siim-mammography");

        List<DueRun> runs = timetable.of(LEFT.id(), List.of(QaIntervals.of(stricter)));

        assertEquals(State.NEVER, state(runs, stricter.id(), QaKind.CONSTANCY));
        assertEquals(1, desk.ledger.head().orElseThrow().sequence(), "nothing is written");
    }

    // [utest->req~displayqa.schedule~1]
    // [utest->req~displayqa.pre-shift~1]
    @Test
    void aPreShiftCheckWhosePatternWasNotSeenCountsForNoStandard() throws Exception {
        desk.pass(Duration.ofHours(25));
        DisplayQa qa = new DisplayQa(desk.ledger, desk.clock());
        DisplayQa.PreShift check = qa.measurePreShift(
                WatchDesk.session(LEFT, desk.lut, desk.clock()),
                new TestRun.Hands(new Cancellation(), QaProgress.NONE, MeterPlacement.NOWHERE));
        qa.keep(check, List.of(SeenPatterns.looked(VisualTests.DAILY.tests().get(0), VisualAnswer.Outcome.FAIL)));

        assertEquals(State.OVERDUE, state(LEFT.id(), QaKind.QUICK_CHECK));
    }

    // [utest->req~displayqa.schedule~1]
    @Test
    void amongSeveralStandardsTheCardNamesTheOneThatAsks() throws Exception {
        desk.pass(Duration.ofDays(40));
        QaDueCheck check = new QaDueCheck(
                timetable,
                List.of(standards.get(0), QaIntervals.of(CalibrationProfile.shipped("mqsa"))),
                new Asked("display.due", "Display QA due", Set.of(QaKind.CONSTANCY), () -> List.of(LEFT.id())));

        String reason = check.evaluate().reason();

        assertTrue(reason.contains("(mqsa)") && reason.contains("was due on"), reason);
    }

    private QaDueCheck check(Asked asked) {
        return new QaDueCheck(timetable, standards, asked);
    }

    private State state(ScreenId display, QaKind kind) throws Exception {
        return state(timetable.of(display, standards), "acr-aapm-siim-primary", kind);
    }

    private static State state(List<DueRun> runs, String standard, QaKind kind) {
        return runs.stream()
                .filter(run -> run.kind() == kind && run.standard().equals(standard))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
