package org.candela.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.StudySummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How facilities are asked: once at a time, each for itself, and not too often while they fail. */
class WorklistRefreshTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 1);
    private static final Duration PACE = Duration.ofSeconds(30);
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(50), Patience.START.firstPause(), Patience.START.longestPause());

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T01:30:00Z"));
    private final FakeSource north = new FakeSource("north");
    private final FakeSource south = new FakeSource("south");

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Worklist worklist;

    @BeforeEach
    void open() throws StoreException {
        database = Database.open(folder.resolve("w.db"), clock);
        worklist = worklist(Patience.START);
    }

    @AfterEach
    void close() throws StoreException {
        database.close();
    }

    // [utest->req~worklist.one-request~1]
    @Test
    void aRefreshJoinsTheOneThatRuns() {
        CompletableFuture<List<StudySummary>> answer = north.hold();
        CompletableFuture<Void> first = worklist.refresh(SINCE, new Cancellation());

        CompletableFuture<Void> second = worklist.refresh(SINCE, new Cancellation());

        assertEquals(1, north.requests().size());
        assertFalse(second.isDone());
        answer.complete(List.of());
        assertTrue(first.isDone());
        assertTrue(second.isDone());
    }

    // [utest->req~worklist.one-request~1]
    @Test
    void theRowsOfOneAppearWhileAnotherIsStillAsked() throws Exception {
        List<Integer> rowsSeen = new ArrayList<>();
        worklist.onChange(() -> rowsSeen.add(rows()));
        CompletableFuture<List<StudySummary>> answer = north.hold();
        StudySummary late = north.add("1.1", Optional.empty(), clock.instant());
        south.add("1.2", Optional.empty(), clock.instant());

        CompletableFuture<Void> all = worklist.refresh(SINCE, new Cancellation());

        assertEquals(List.of(1), rowsSeen);
        assertFalse(all.isDone());
        assertFalse(worklist.snapshot().health().get(1).isStale());
        answer.complete(List.of(late));
        assertEquals(List.of(1, 2), rowsSeen);
    }

    // [utest->req~worklist.one-request~1]
    @Test
    void aFacilityThatTakesTooLongIsGivenUpAndItsRequestCancelled() throws Exception {
        worklist = worklist(SHORT);
        CompletableFuture<List<StudySummary>> answer = north.hold();

        worklist.refresh(SINCE, new Cancellation()).get(5, TimeUnit.SECONDS);

        FacilityHealth health = worklist.snapshot().health().get(0);
        assertTrue(health.isStale());
        assertEquals(Optional.of("no answer within 50 ms"), health.failure());
        assertTrue(north.requests().get(0).isRequested());
        assertFalse(answer.isDone());
    }

    // [utest->req~worklist.one-request~1]
    @Test
    void anAnswerThatComesTooLateIsNotTaken() throws Exception {
        worklist = worklist(SHORT);
        CompletableFuture<List<StudySummary>> answer = north.hold();
        worklist.refresh(SINCE, new Cancellation()).get(5, TimeUnit.SECONDS);
        StudySummary late = north.add("1.1", Optional.empty(), clock.instant());

        answer.complete(List.of(late));

        assertEquals(List.of(), worklist.snapshot().items());
    }

    // [utest->req~worklist.pauses~1]
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 30", "2, 60", "3, 120", "4, 240", "5, 300", "6, 300", "1000, 300"})
    void eachFailureDoublesThePauseUpToFiveMinutes(int failures, int seconds) {
        assertEquals(Duration.ofSeconds(seconds), Patience.START.pauseAfter(failures));
    }

    // [utest->req~worklist.pauses~1]
    @Test
    void aFacilityThatFailsIsPolledLessAndLessAndTheOthersAsEver() {
        north.die();

        for (int i = 0; i < 20; i++) {
            worklist.poll(SINCE, new Cancellation()).join();
            clock.advance(PACE);
        }

        // Asked after 0, 30, 90, 210 and 450 s; the pause is 300 s from there.
        assertEquals(5, north.requests().size());
        assertEquals(20, south.requests().size());
    }

    // [utest->req~worklist.pauses~1]
    @Test
    void aPollThatComesAMomentEarlyDoesNotSkipATurn() {
        north.die();
        worklist.poll(SINCE, new Cancellation()).join();
        clock.advance(PACE.minusMillis(5));

        worklist.poll(SINCE, new Cancellation()).join();

        assertEquals(2, north.requests().size());
    }

    // [utest->req~worklist.pauses~1]
    @Test
    void byHandTheReaderAsksDuringAPause() throws Exception {
        north.die();
        worklist.poll(SINCE, new Cancellation()).join();
        worklist.poll(SINCE, new Cancellation()).join();
        assertEquals(1, north.requests().size());
        assertEquals(
                Optional.of(clock.instant().plus(PACE)),
                worklist.snapshot().health().get(0).askedAgainAt());
        north.recover();

        worklist.refresh(SINCE, new Cancellation()).join();

        assertEquals(2, north.requests().size());
        assertEquals(
                FacilityHealth.answered(north.facility(), clock.instant()),
                worklist.snapshot().health().get(0));
    }

    // [utest->req~worklist.pauses~1]
    @Test
    void aClockThatIsSetBackDoesNotSilenceAFacility() {
        north.die();
        worklist.poll(SINCE, new Cancellation()).join();
        clock.advance(Duration.ofHours(-1));

        worklist.poll(SINCE, new Cancellation()).join();

        assertEquals(2, north.requests().size());
    }

    @Test
    void aRequestThatIsCalledOffSaysNothingAboutTheFacility() throws Exception {
        worklist.refresh(SINCE, new Cancellation()).join();
        north.hold().cancel(false);

        worklist.refresh(SINCE, new Cancellation()).join();

        assertFalse(worklist.snapshot().health().get(0).isStale());
    }

    @Test
    void aClaimIsToldToThoseWhoShowTheList() throws Exception {
        north.add("1.1", Optional.empty(), clock.instant());
        worklist.refresh(SINCE, new Cancellation()).join();
        List<Optional<ReadingItem>> next = new ArrayList<>();
        worklist.onChange(() -> next.add(snapshot().next()));

        worklist.claim(worklist.snapshot().items().get(0).id(), "reader");

        assertEquals(List.of(Optional.empty()), next);
    }

    private int rows() {
        return snapshot().items().size();
    }

    private WorklistSnapshot snapshot() {
        try {
            return worklist.snapshot();
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private Worklist worklist(Patience patience) {
        return new Worklist(
                FakeSource.facilities(north, south), new Worklist.Ledger(database, new AuditLog()), clock, patience);
    }
}
