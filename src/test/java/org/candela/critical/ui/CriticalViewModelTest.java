package org.candela.critical.ui;

import static org.candela.critical.CriticalSamples.IDENTIFIED;
import static org.candela.critical.CriticalSamples.NORTH;
import static org.candela.critical.CriticalSamples.STUDY;
import static org.candela.critical.CriticalSamples.policy;
import static org.candela.critical.CriticalSamples.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.critical.Communication.Method;
import org.candela.critical.CriticalCategory;
import org.candela.critical.CriticalLoop;
import org.candela.critical.CriticalLoops;
import org.candela.critical.Happening.Outcome;
import org.candela.critical.LoopStanding.Urgency;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~critical.desk~1]
// [utest->req~critical.shift-end~1]
// [utest->req~critical.timer~1]
class CriticalViewModelTest {
    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(IDENTIFIED);
    private final AtomicInteger alarms = new AtomicInteger();
    private final List<CriticalViewModel.Closed> closed = new ArrayList<>();
    private Database database;
    private CriticalLoops loops;
    private CriticalViewModel model;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        loops = CriticalLoops.open(database, new AuditLog(), clock);
        loops.policies().enter(NORTH, policy(), "reader");
        model = model("");
    }

    private CriticalViewModel model(String contact) {
        CriticalViewModel made = new CriticalViewModel(
                loops,
                new CriticalViewModel.Threads(Runnable::run, Runnable::run),
                new CriticalViewModel.Seat("reader", "Sam Smith", clock, facility -> contact));
        made.onAlarm(alarms::incrementAndGet);
        made.onClosed(closed::add);
        return made;
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private static CallEntry entry(
            String identified, String receiver, String received, boolean isReadBack, String notes) {
        return new CallEntry(
                CriticalCategory.MINUTES,
                "tension pneumothorax",
                identified,
                "ED charge nurse",
                "0101",
                Outcome.NO_ANSWER,
                receiver,
                "ED attending",
                Method.TELEPHONE,
                received,
                isReadBack,
                notes);
    }

    private void begin() {
        model.begin(subject(), CriticalCategory.MINUTES, "tension pneumothorax");
        model.open(entry("21:20", "", "", false, "")).join();
    }

    private void after(Duration time) {
        clock.advance(time);
        model.tick();
    }

    @Test
    void anOpenOneIsCountedAndGrowsUrgent() {
        begin();
        assertTrue(
                model.summaryProperty().get().contains("20 min left"),
                model.summaryProperty().get());
        assertEquals(Urgency.IN_TIME, model.urgencyProperty().get());

        after(Duration.ofMinutes(10));
        assertEquals(Urgency.AMBER, model.urgencyProperty().get());

        after(Duration.ofMinutes(11));
        assertEquals(Urgency.RED, model.urgencyProperty().get());
        assertTrue(
                model.summaryProperty().get().contains("LATE by 1 min"),
                model.summaryProperty().get());
        assertFalse(model.summaryProperty().get().contains("DOE"));
    }

    @Test
    void aRedOneIsHeardEveryTwoMinutesUntilItIsSilencedAndThenAgain() {
        begin();
        after(Duration.ofMinutes(20));
        after(Duration.ofSeconds(30));
        assertEquals(1, alarms.get());
        after(Duration.ofMinutes(2));
        assertEquals(2, alarms.get());

        model.silence().join();
        after(Duration.ofMinutes(9));
        assertEquals(2, alarms.get());
        assertEquals(1, model.openLines().size());

        after(Duration.ofMinutes(2));
        assertEquals(3, alarms.get());
    }

    @Test
    void whoWasCalledInVainIsOnRecordAndTheNextIsNamed() {
        begin();
        model.tried(entry("", "", "", false, "")).join();

        CriticalLoop loop = loops.stillOpen().get(0);
        assertEquals(1, loop.attempts().size());
        assertTrue(
                model.openLines().get(0).contains("Call now: ED attending   0102"),
                model.openLines().get(0));
    }

    @Test
    void closingItGivesTheSentenceAndEndsTheLine() {
        begin();
        clock.advance(Duration.ofMinutes(12));

        model.told(entry("", "Roe, Richard", "21:32", true, "")).join();

        assertEquals("", model.problemProperty().get());
        assertEquals(
                "Findings (tension pneumothorax, identified at 21:20) discussed with Roe, Richard, ED attending by Sam Smith"
                        + " by telephone at 21:32 on 2026-11-28 CST; read back.",
                closed.get(0).sentence());
        assertEquals("", model.summaryProperty().get());
        assertEquals(1, model.standings().size());
    }

    @Test
    void aCorrectionTellsTheFormerSentenceTooAndNeedsItsReason() {
        closingItGivesTheSentenceAndEndsTheLine();

        model.told(entry("", "Roe, Rachel", "21:32", true, "")).join();
        assertFalse(model.problemProperty().get().isEmpty());

        model.told(entry("", "Roe, Rachel", "21:32", true, "misheard")).join();
        assertEquals(closed.get(0).sentence(), closed.get(1).former());
        assertTrue(closed.get(1).sentence().contains("Roe, Rachel"));
    }

    @Test
    void withoutAReadBackTheNotesSayWhy() {
        begin();

        model.told(entry("", "Roe", "21:20", false, "")).join();

        assertTrue(
                model.problemProperty().get().contains("why"),
                model.problemProperty().get());
        assertEquals(1, loops.stillOpen().size());
    }

    @Test
    void whatIsToldAtOnceIsOpenedAndClosedInOneGo() {
        model.begin(subject(), CriticalCategory.MINUTES, "tension pneumothorax");

        model.told(entry("21:20", "Roe", "21:20", true, "")).join();

        assertEquals("", model.problemProperty().get());
        assertTrue(loops.about(NORTH, STUDY).get(0).communication().isPresent());
    }

    @Test
    void aSlipInTheFirstCallOpensOneAndTheSecondTryNoOther() {
        model.begin(subject(), CriticalCategory.MINUTES, "tension pneumothorax");

        model.told(entry("21:20", "Roe", "21:20", false, "")).join(); // not read back, and no word why
        assertFalse(model.problemProperty().get().isEmpty());
        model.told(entry("21:20", "Roe", "21:20", true, "")).join();

        assertEquals("", model.problemProperty().get());
        assertEquals(1, loops.about(NORTH, STUDY).size());
        assertEquals(0, loops.stillOpen().size());
    }

    @Test
    void whoWentOnToAnotherKeepsThat() {
        List<Runnable> later = new ArrayList<>();
        CriticalViewModel slow = new CriticalViewModel(
                loops,
                new CriticalViewModel.Threads(later::add, Runnable::run),
                new CriticalViewModel.Seat("reader", "Sam Smith", clock, facility -> ""));
        slow.begin(subject(), CriticalCategory.MINUTES, "tension pneumothorax");
        var unused = slow.open(entry("21:20", "", "", false, ""));
        slow.leave();

        later.forEach(Runnable::run);

        assertEquals(Optional.empty(), slow.chosenProperty().get());
        assertEquals(1, loops.stillOpen().size());
    }

    @Test
    void aReasonThatCannotBeKeptIsTold() throws Exception {
        begin();
        database.close();

        assertTrue(model.leaveOpen("handed to the day shift").isCompletedExceptionally());

        assertFalse(model.problemProperty().get().isEmpty());
    }

    @Test
    void whoLeavesThemOpenSaysWhyAndThatIsKeptWithEach() {
        begin();

        model.leaveOpen("handed to the day shift").join();

        assertEquals(1, loops.stillOpen().size());
        assertTrue(loops.stillOpen().get(0).entries().stream().anyMatch(entry -> entry.happening()
                .equals(new org.candela.critical.Happening.LeftOpen("handed to the day shift"))));
    }

    @Test
    void whereNoLadderIsTheContactCardSaysWhomToCall() throws Exception {
        loops.policies().enter(NORTH, org.candela.critical.CriticalPolicy.start(ZoneOffset.UTC), "reader");
        begin();

        assertTrue(model("+1 555 0199").openLines().get(0).contains("+1 555 0199"));
        assertTrue(model("").openLines().get(0).contains("Nobody to call is on file"));
    }

    @Test
    void aTypedTimeIsTheLastMomentThatHadIt() {
        ZoneId chicago = ZoneId.of("America/Chicago");
        Instant afterMidnight = Instant.parse("2026-11-29T06:05:00Z");

        assertEquals(Instant.parse("2026-11-29T06:01:00Z"), CallTimes.last("0:01", chicago, afterMidnight));
        assertEquals(Instant.parse("2026-11-29T05:58:00Z"), CallTimes.last("23:58", chicago, afterMidnight));
        assertThrows(IllegalArgumentException.class, () -> CallTimes.last("25:00", chicago, afterMidnight));
        assertThrows(IllegalArgumentException.class, () -> CallTimes.last("soon", chicago, afterMidnight));
        // The hour that comes twice when clocks are set back: the later one is the last.
        assertEquals(
                Instant.parse("2026-11-01T07:30:00Z"),
                CallTimes.last("1:30", chicago, Instant.parse("2026-11-01T08:00:00Z")));
    }
}
