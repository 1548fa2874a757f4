package org.candela.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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

/** What is kept in memory of the list, and that it is never other than what is on the disk. */
class WorklistMemoryTest {
    private static final List<ReadingPriority> PRIORITIES = List.of(ReadingPriority.values());
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 1);

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
        worklist = over(database);
    }

    @AfterEach
    void close() throws StoreException {
        database.close();
    }

    // [utest->req~worklist.memory~1]
    @Test
    void anAnswerThatChangesNothingWritesItsTimeAlone() throws Exception {
        fill(20);
        long before = rowsWritten();

        refreshed();

        assertEquals(2, rowsWritten() - before); // one facility_answer each
    }

    // [utest->req~worklist.memory~1]
    @Test
    void ofAnAnswerOnlyWhatDiffersIsWritten() throws Exception {
        List<StudySummary> studies = fill(20);
        north.remove(studies.get(3));
        north.add("1.3", Optional.of(ReadingPriority.STAT), clock.instant());
        north.remove(studies.get(7));
        long before = rowsWritten();

        WorklistSnapshot snapshot = refreshed();

        // Two times of answers; the corrected row replaces one (SQLite counts the insert alone); the gone one is
        // deleted.
        assertEquals(4, rowsWritten() - before);
        assertEquals(19, snapshot.items().size());
        assertEquals("1.3", snapshot.items().get(0).study().uid().value());
    }

    // [utest->req~worklist.memory~1]
    @Test
    void whatIsKnownIsShownAndFoundWithoutTheDisk() throws Exception {
        fill(5);
        WorklistSnapshot before = worklist.snapshot();
        ReadingItem row = before.items().get(2);
        database.close();

        assertEquals(Optional.of(row), worklist.find(row.id()));
        assertSame(before.items(), worklist.snapshot().items());
        assertThrows(IllegalStateException.class, () -> over(database).snapshot());
    }

    // [utest->req~worklist.memory~1]
    @Test
    void aTransactionThatRollsBackLeavesNoTraceInMemory() throws Exception {
        fill(1);
        ReadingItem row = worklist.snapshot().items().get(0);

        assertThrows(
                StoreException.class,
                () -> database.change(tx -> {
                    assertTrue(worklist.transition(tx, row.id(), claimBy("reader")));
                    assertEquals(Optional.of(row), worklist.find(row.id()));
                    throw new StoreException("test.no", "rolled back");
                }));

        assertEquals(Optional.of(row), worklist.find(row.id()));
        assertEquals(List.of(row), worklist.snapshot().items());
        boolean isDone = database.write(tx -> worklist.transition(tx, row.id(), claimBy("reader")));
        assertTrue(isDone);
        assertEquals(ReadingState.CLAIMED, worklist.find(row.id()).orElseThrow().state());
    }

    // [utest->req~worklist.memory~1]
    @Test
    void anAnswerThatCannotBeWrittenLeavesMemoryAsTheDiskIs() throws Exception {
        fill(1);
        database.change(tx -> tx.update("CREATE TRIGGER full BEFORE INSERT ON listed_study"
                + " BEGIN SELECT RAISE(ABORT, 'no space left'); END"));
        north.add("1.77", Optional.empty(), clock.instant());

        WorklistSnapshot snapshot = refreshed();

        assertEquals(1, snapshot.items().size());
        assertEquals(snapshot.items(), over(database).snapshot().items());
    }

    // [utest->req~worklist.memory~1]
    @Test
    void aClaimOfAnotherProcessHoldsAtOnceAndIsSeenWhenItIsMet() throws Exception {
        fill(2);
        ReadingItem row = worklist.snapshot().items().get(0);
        try (Database other = Database.open(folder.resolve("w.db"), clock)) {
            over(other).claim(row.id(), "other");
        }

        WorklistException taken = assertThrows(WorklistException.class, () -> worklist.claim(row.id(), "reader"));

        assertEquals("worklist.taken", taken.code());
        assertEquals(
                Optional.of("other"),
                worklist.find(row.id()).orElseThrow().claim().map(ReadingItem.Claim::reader));
    }

    // [utest->req~worklist.memory~1]
    @Test
    void whatAnotherProcessDidIsSeenWithTheNextAnswerOrFailure() throws Exception {
        fill(2);
        ReadingItem row = worklist.snapshot().items().get(0);
        try (Database other = Database.open(folder.resolve("w.db"), clock)) {
            over(other).claim(row.id(), "other");
        }
        north.die();

        refreshed();

        assertEquals(ReadingState.CLAIMED, worklist.find(row.id()).orElseThrow().state());
    }

    /** Random answers and claims: after each the memory is what a fresh start reads, in the same order. */
    // [utest->req~worklist.memory~1]
    @Test
    void afterAnyHistoryMemoryAndDiskAreOne() throws Exception {
        Random random = new java.util.Random(7);
        for (int step = 0; step < 60; step++) {
            change(random.nextBoolean() ? north : south, random);
            clock.advance(Duration.ofMinutes(1));
            WorklistSnapshot snapshot = refreshed();
            if (random.nextInt(3) == 0 && snapshot.next().isPresent()) {
                worklist.claim(snapshot.next().orElseThrow().id(), "reader");
            }
            for (ReadingItem held : worklist.snapshot().items()) {
                if (held.state() == ReadingState.CLAIMED && random.nextInt(4) == 0) {
                    worklist.release(held.id(), ReadingState.CLAIMED, "reader");
                }
            }

            List<ReadingItem> known = worklist.snapshot().items();

            assertEquals(stripped(over(database).snapshot().items()), stripped(known), "step " + step);
            assertEquals(known.stream().sorted(ReadingOrder.MOST_URGENT_FIRST).toList(), known, "step " + step);
        }
    }

    // [utest->req~worklist.also-at~1]
    @Test
    void theSameStudyAtAnotherFacilityIsFoundThere() throws Exception {
        north.add("1.1", Optional.empty(), clock.instant());
        north.add("1.2", Optional.empty(), clock.instant());
        south.add("1.1", Optional.empty(), clock.instant());
        List<ReadingItem> rows = refreshed().items();

        assertEquals(
                List.of(List.of("south"), List.of("north"), List.of()),
                rows.stream()
                        .map(row -> worklist.alsoAt(row.id()).stream()
                                .map(other -> other.study().facility().value())
                                .toList())
                        .toList());
    }

    private void change(FakeSource source, Random random) {
        List<StudySummary> listed = source.studies();
        for (int i = 0; i < 4; i++) {
            String uid = "1." + random.nextInt(30);
            listed.stream().filter(study -> study.uid().value().equals(uid)).forEach(source::remove);
            if (random.nextInt(3) > 0) {
                ReadingPriority priority = PRIORITIES.get(random.nextInt(3));
                source.add(uid, Optional.of(priority), clock.instant().minusSeconds(random.nextInt(9) * 60L));
            }
        }
    }

    /** Without the moment of the answer that brought a row that is current: after a restart it is the last one. */
    private static List<Object> stripped(List<ReadingItem> items) {
        return items.stream()
                .<Object>map(item -> List.of(
                        item.study(),
                        item.urgency(),
                        item.state(),
                        item.claim(),
                        item.listing().isCurrent() ? "current" : item.listing()))
                .toList();
    }

    private List<StudySummary> fill(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            north.add("1." + i, Optional.empty(), clock.instant().plusSeconds(i));
        }
        refreshed();
        return north.studies();
    }

    private long rowsWritten() throws StoreException {
        return database.write(tx -> tx.one("SELECT total_changes() AS n", row -> row.longValue("n")))
                .orElseThrow();
    }

    private static Worklist.Step claimBy(String reader) {
        return new Worklist.Step(ReadingState.READY, ReadingState.CLAIMED, reader);
    }

    private Worklist over(Database file) {
        return new Worklist(FakeSource.facilities(north, south), file, new AuditLog(), clock);
    }

    private WorklistSnapshot refreshed() throws StoreException {
        worklist.refresh(SINCE, new Cancellation()).join();
        return worklist.snapshot();
    }
}
