package org.candela.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerification;
import org.candela.audit.AuditVerifier;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.facility.ReadingPriority;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorklistTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final FakeSource north = new FakeSource("north");
    private final FakeSource south = new FakeSource("south");

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Worklist worklist;

    @BeforeEach
    void open() throws StoreException {
        database = Database.open(folder.resolve("w.db"), CLOCK);
        worklist = new Worklist(FakeSource.facilities(north, south), database, new AuditLog(), CLOCK);
    }

    @AfterEach
    void close() throws StoreException {
        database.close();
    }

    // [utest->req~worklist.order~1]
    @Test
    void priorityComesFirstThenDeadlineThenReceipt() throws Exception {
        north.add("1.1", Optional.empty(), minutesAgo(300));
        north.add("1.2", Optional.of(ReadingPriority.STAT), minutesAgo(5));
        south.add("1.3", Optional.of(ReadingPriority.STAT), minutesAgo(20));
        south.add("1.4", Optional.of(ReadingPriority.URGENT), minutesAgo(1));

        List<ReadingItem> items = refreshed().items();

        assertEquals(
                List.of("1.3", "1.2", "1.4", "1.1"),
                items.stream().map(item -> item.study().uid().value()).toList());
        assertEquals(
                "STAT as the facility sent it; due in 10 min (received 20 min ago, promised within 30 min)",
                ReadingOrder.reason(items.get(0), NOW));
        assertTrue(ReadingOrder.reason(items.get(3), NOW).startsWith("ROUTINE assumed: the facility sent no priority"));
    }

    // [utest->req~worklist.order~1]
    @Test
    void whatIsReadStandsBelowWhatIsToRead() throws Exception {
        north.add("1.1", Optional.of(ReadingPriority.STAT), minutesAgo(20));
        north.add("1.2", Optional.of(ReadingPriority.STAT), minutesAgo(10));
        north.add("1.3", Optional.of(ReadingPriority.STAT), minutesAgo(5));
        north.add("1.4", Optional.empty(), minutesAgo(1));
        refreshed();
        sign("1.1", ReadingState.FINAL);
        sign("1.2", ReadingState.PRELIMINARY);

        WorklistSnapshot snapshot = worklist.snapshot();

        assertEquals(
                List.of("1.3", "1.4", "1.2", "1.1"),
                snapshot.items().stream()
                        .map(item -> item.study().uid().value())
                        .toList());
        assertEquals(
                "preliminary report signed, awaits the final one; STAT as the facility sent it",
                ReadingOrder.reason(snapshot.items().get(2), NOW));
        assertEquals("final report signed", ReadingOrder.reason(snapshot.items().get(3), NOW));
    }

    // [utest->req~worklist.order~1]
    @Test
    void nothingSignedIsOfferedAsTheNextStudy() throws Exception {
        north.add("1.1", Optional.of(ReadingPriority.STAT), minutesAgo(20));
        north.add("1.2", Optional.of(ReadingPriority.STAT), minutesAgo(10));
        refreshed();
        sign("1.1", ReadingState.FINAL);
        sign("1.2", ReadingState.PRELIMINARY);

        assertEquals(Optional.empty(), worklist.snapshot().next());
    }

    private void sign(String uid, ReadingState as) throws Exception {
        ReadingItem.Id id = new ReadingItem.Id(north.facility(), new Uid(uid));
        worklist.claim(id, "reader");
        worklist.change(id, ReadingState.CLAIMED, ReadingState.OPEN, "reader");
        worklist.change(id, ReadingState.OPEN, as, "reader");
    }

    @Test
    void theSameUidAtTwoFacilitiesAreTwoRows() throws Exception {
        north.add("1.1", Optional.empty(), minutesAgo(1));
        south.add("1.1", Optional.empty(), minutesAgo(1));

        assertEquals(2, refreshed().items().size());
    }

    // [utest->req~worklist.stale~1]
    @Test
    void aDeadFacilityKeepsItsRowsAndIsMarkedStale() throws Exception {
        north.add("1.1", Optional.empty(), minutesAgo(1));
        refreshed();
        north.die();

        WorklistSnapshot snapshot = refreshed();

        assertEquals(1, snapshot.items().size());
        FacilityHealth health = snapshot.health().get(0);
        assertTrue(health.isStale());
        assertEquals(Optional.of("connection refused"), health.failure());
        assertEquals(Optional.of(NOW), health.lastAnswer());
        assertFalse(snapshot.health().get(1).isStale());
    }

    // [utest->req~worklist.claim~1]
    @Test
    void ofTwoWhoClaimAtOnceExactlyOneWins() throws Exception {
        north.add("1.1", Optional.empty(), minutesAgo(1));
        ReadingItem.Id id = refreshed().items().get(0).id();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> claims = new ArrayList<>();
            for (String reader : List.of("a", "b")) {
                claims.add(() -> {
                    try {
                        worklist.claim(id, reader);
                        return true;
                    } catch (WorklistException e) {
                        assertEquals("worklist.taken", e.code());
                        return false;
                    }
                });
            }

            int winners = 0;
            for (Future<Boolean> claim : two.invokeAll(claims)) {
                winners += claim.get() ? 1 : 0;
            }

            assertEquals(1, winners);
        } finally {
            two.shutdownNow();
        }
        assertEquals(
                1L, AuditVerifier.verify(database).<Long>match(AuditVerification.Intact::eventCount, broken -> -1L));
    }

    // [utest->req~worklist.claim~1]
    @Test
    void aClaimIsStillThereAfterARestart() throws Exception {
        north.add("1.1", Optional.empty(), minutesAgo(1));
        worklist.claim(refreshed().items().get(0).id(), "reader");
        database.close();
        open();

        ReadingItem item = refreshed().items().get(0);

        assertEquals(ReadingState.CLAIMED, item.state());
        assertEquals("reader", item.claim().orElseThrow().reader());
        assertTrue(worklist.snapshot().next().isEmpty());
    }

    // [utest->req~worklist.states~1]
    @ParameterizedTest
    @EnumSource(ReadingState.class)
    void onlyListedEdgesExist(ReadingState from) {
        ReadingItem.Id id = new ReadingItem.Id(north.facility(), new Uid("1.1"));
        for (ReadingState to : ReadingState.values()) {
            if (!from.canBecome(to)) {
                assertThrows(IllegalArgumentException.class, () -> worklist.change(id, from, to, "reader"));
            }
        }
        assertFalse(from.canBecome(from));
        assertEquals(from == ReadingState.READY, ReadingState.FINAL.canBecome(from));
    }

    private WorklistSnapshot refreshed() throws StoreException {
        worklist.refresh(LocalDate.of(2026, 11, 1), new Cancellation()).join();
        return worklist.snapshot();
    }

    private static Instant minutesAgo(int minutes) {
        return NOW.minusSeconds(60L * minutes);
    }
}
