package org.candela.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.candela.facility.Facilities;
import org.candela.facility.ReadingPriority;
import org.candela.facility.UrgencyRules;
import org.candela.facility.UrgencyRules.OverdueRoutine;
import org.candela.facility.UrgencyRules.Promised;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each facility was promised, and what becomes of routine work that is late. */
class WorklistUrgencyTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 1);

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T01:30:00Z"));
    private final FakeSource north = new FakeSource("north");
    private final FakeSource south = new FakeSource("south");

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Facilities facilities;

    @BeforeEach
    void open() throws StoreException {
        database = Database.open(folder.resolve("w.db"), clock);
        facilities = new Facilities(database, new AuditLog(), clock);
    }

    @AfterEach
    void close() throws StoreException {
        database.close();
    }

    // [utest->req~facility.promises~1]
    @Test
    void aPromiseForAModalityMovesTheDeadline() throws Exception {
        facilities.saveUrgency(
                north.facility(),
                UrgencyRules.STANDARD.withPromise(new Promised(ReadingPriority.URGENT, "CT"), Duration.ofMinutes(45)));
        north.add("1.1", Optional.of(ReadingPriority.URGENT), clock.instant());
        south.add("1.2", Optional.of(ReadingPriority.URGENT), clock.instant());

        List<ReadingItem> rows = refreshed(worklist());

        assertEquals(
                clock.instant().plus(Duration.ofMinutes(45)),
                rows.get(0).urgency().deadline());
        assertEquals(
                clock.instant().plus(Duration.ofHours(2)), rows.get(1).urgency().deadline());
    }

    // [utest->req~worklist.overdue-rises~1]
    @Test
    void lateRoutineWorkRisesAboveYoungUrgentWorkWhereItsFacilityWantsThat() throws Exception {
        facilities.saveUrgency(north.facility(), UrgencyRules.STANDARD.withOverdueRoutine(OverdueRoutine.RISES));
        north.add("1.1", Optional.of(ReadingPriority.ROUTINE), clock.instant());
        south.add("1.2", Optional.of(ReadingPriority.ROUTINE), clock.instant());
        north.add("1.3", Optional.of(ReadingPriority.STAT), clock.instant());
        Worklist worklist = worklist();
        assertEquals(List.of("1.3", "1.1", "1.2"), uids(refreshed(worklist)));
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        south.add("1.4", Optional.of(ReadingPriority.URGENT), clock.instant());

        List<ReadingItem> rows = refreshed(worklist);

        assertEquals(List.of("1.3", "1.1", "1.4", "1.2"), uids(rows));
        assertTrue(
                ReadingOrder.reason(rows.get(1), clock.instant()).endsWith("; late, so it stands among urgent work"));
    }

    // [utest->req~worklist.overdue-rises~1]
    @Test
    void nothingNeedsToBeAskedForLateWorkToRise() throws Exception {
        facilities.saveUrgency(north.facility(), UrgencyRules.STANDARD.withOverdueRoutine(OverdueRoutine.RISES));
        north.add("1.1", Optional.of(ReadingPriority.ROUTINE), clock.instant());
        north.add("1.2", Optional.of(ReadingPriority.URGENT), clock.instant().plus(Duration.ofHours(23)));
        Worklist worklist = worklist();
        assertEquals(List.of("1.2", "1.1"), uids(refreshed(worklist)));

        clock.advance(Duration.ofHours(24).plusSeconds(1));

        assertEquals(List.of("1.1", "1.2"), uids(worklist.snapshot().items()));
    }

    private static List<String> uids(List<ReadingItem> rows) {
        return rows.stream().map(row -> row.study().uid().value()).toList();
    }

    private Worklist worklist() {
        return new Worklist(FakeSource.facilities(north, south), database, new AuditLog(), clock);
    }

    private static List<ReadingItem> refreshed(Worklist worklist) throws StoreException {
        worklist.refresh(SINCE, new Cancellation()).join();
        return worklist.snapshot().items();
    }
}
