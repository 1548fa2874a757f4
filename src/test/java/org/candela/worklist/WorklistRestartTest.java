package org.candela.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.facility.ReadingPriority;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.StudySummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the list still knows when the program starts again, and what it forgets. */
class WorklistRestartTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 1);
    private static final Duration AWAY = Duration.ofMinutes(90);

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
        worklist = new Worklist(FakeSource.facilities(north, south), database, new AuditLog(), clock);
    }

    @AfterEach
    void close() throws StoreException {
        database.close();
    }

    // [utest->req~study.place~1]
    // [utest->req~worklist.survives-restart~1]
    @Test
    void afterARestartTheRowsOfADeadFacilityAreThereWithTheirAgeAndTheClaimHeld() throws Exception {
        StudySummary mine = north.add("1.1", Optional.of(ReadingPriority.STAT), clock.instant());
        StudySummary other = north.add("1.2", Optional.empty(), clock.instant());
        Instant listedAt = clock.instant();
        worklist.claim(refreshed().items().get(0).id(), "reader");
        north.die();
        clock.advance(AWAY);
        restart();

        WorklistSnapshot snapshot = refreshed();

        assertEquals(
                List.of(mine, other),
                snapshot.items().stream().map(ReadingItem::study).toList());
        ReadingItem held = snapshot.items().get(0);
        assertEquals(ReadingState.CLAIMED, held.state());
        assertEquals("reader", held.claim().orElseThrow().reader());
        assertEquals(new ReadingItem.Listing(listedAt, true), held.listing());
        FacilityHealth health = snapshot.health().get(0);
        assertTrue(health.isStale());
        assertEquals(Optional.of(listedAt), health.lastAnswer());
        assertEquals(Optional.of("connection refused"), health.failure());
        assertFalse(snapshot.health().get(1).isStale());
    }

    // [utest->req~worklist.survives-restart~1]
    @Test
    void untilAFacilityIsAskedForTheFirstTimeItsOldRowsAreStale() throws Exception {
        north.add("1.1", Optional.empty(), clock.instant());
        refreshed();
        restart();

        WorklistSnapshot snapshot = worklist.snapshot();

        assertEquals(1, snapshot.items().size());
        assertTrue(snapshot.health().get(0).isStale());
        assertEquals(
                Optional.of("not asked since the start"),
                snapshot.health().get(0).failure());
    }

    // [utest->req~worklist.withdrawn~1]
    @Test
    void whatAFacilityNoLongerListsGoesAlsoFromTheDisk() throws Exception {
        StudySummary gone = north.add("1.1", Optional.empty(), clock.instant());
        refreshed();
        north.remove(gone);
        refreshed();
        restart();

        assertEquals(List.of(), worklist.snapshot().items());
        assertEquals(
                0L,
                database.read(tx -> tx.one("SELECT COUNT(*) AS n FROM listed_study", row -> row.longValue("n")))
                        .orElseThrow());
    }

    // [utest->req~worklist.withdrawn~1]
    @Test
    void whatWeHaveBegunStaysWhenItsFacilityNoLongerListsIt() throws Exception {
        StudySummary mine = north.add("1.1", Optional.empty(), clock.instant());
        Instant lastSeen = clock.instant();
        ReadingItem.Id id = refreshed().items().get(0).id();
        worklist.claim(id, "reader");
        north.remove(mine);
        clock.advance(AWAY);
        refreshed();
        clock.advance(AWAY);

        ReadingItem row = refreshed().items().get(0);

        assertEquals(new ReadingItem.Listing(lastSeen, false), row.listing());
        assertTrue(ReadingOrder.reason(row, clock.instant())
                .endsWith("; no longer listed by the facility, last 3 h 0 min ago"));
    }

    // [utest->req~worklist.withdrawn~1]
    @Test
    void givingAWithdrawnStudyBackTakesItOffTheList() throws Exception {
        StudySummary mine = north.add("1.1", Optional.empty(), clock.instant());
        ReadingItem.Id id = refreshed().items().get(0).id();
        worklist.claim(id, "reader");
        north.remove(mine);
        refreshed();

        worklist.release(id, ReadingState.CLAIMED, "reader");

        assertEquals(List.of(), worklist.snapshot().items());
        assertEquals(Optional.empty(), worklist.snapshot().next());
    }

    // [utest->req~worklist.withdrawn~1]
    @Test
    void aStudyThatComesBackIsCurrentAgain() throws Exception {
        StudySummary mine = north.add("1.1", Optional.empty(), clock.instant());
        worklist.claim(refreshed().items().get(0).id(), "reader");
        north.remove(mine);
        refreshed();
        north.add("1.1", Optional.empty(), clock.instant());

        assertTrue(refreshed().items().get(0).listing().isCurrent());
    }

    @Test
    void whatAFacilityCorrectsIsShownCorrected() throws Exception {
        StudySummary wrong = north.add("1.1", Optional.empty(), clock.instant());
        refreshed();
        north.remove(wrong);
        StudySummary right = north.add("1.1", Optional.of(ReadingPriority.STAT), clock.instant());

        assertEquals(
                List.of(right),
                refreshed().items().stream().map(ReadingItem::study).toList());
    }

    /** Lists are asked for twice a minute, and each write is forced to the disk. */
    @Test
    void anAnswerThatChangesNothingRewritesNoStudy() throws Exception {
        north.add("1.1", Optional.of(ReadingPriority.STAT), clock.instant());
        refreshed();
        database.change(tx -> tx.update("CREATE TRIGGER counted BEFORE INSERT ON listed_study"
                + " BEGIN SELECT RAISE(ABORT, 'a study was written again'); END"));
        clock.advance(AWAY);

        WorklistSnapshot snapshot = refreshed();

        assertEquals(Optional.of(clock.instant()), snapshot.health().get(0).lastAnswer());
        assertEquals(Optional.empty(), snapshot.health().get(0).failure());
    }

    @Test
    void aFacilityThatListsAStudyTwiceHasItOnce() throws Exception {
        north.add("1.1", Optional.empty(), clock.instant());
        north.add("1.1", Optional.empty(), clock.instant());

        assertEquals(1, refreshed().items().size());
    }

    @Test
    void anAnswerThatCannotBeKeptMarksTheFacilityStale() throws Exception {
        north.add("1.1", Optional.empty(), clock.instant());
        database.change(tx -> tx.update("CREATE TRIGGER full BEFORE INSERT ON facility_answer"
                + " BEGIN SELECT RAISE(ABORT, 'no space left'); END"));

        FacilityHealth health = refreshed().health().get(0);

        assertTrue(health.isStale());
        assertTrue(health.failure().orElseThrow().contains("facility_answer"), health.toString());
    }

    private void restart() throws StoreException {
        close();
        open();
    }

    private WorklistSnapshot refreshed() throws StoreException {
        worklist.refresh(SINCE, new Cancellation()).join();
        return worklist.snapshot();
    }
}
