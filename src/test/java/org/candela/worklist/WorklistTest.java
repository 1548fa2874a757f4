package org.candela.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerification;
import org.candela.audit.AuditVerifier;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.Patient;
import org.candela.study.Retrieval;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
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
        Map<Facility, StudySource> facilities = new LinkedHashMap<>();
        for (FakeSource source : List.of(north, south)) {
            facilities.put(
                    Facility.of(source.facility(), source.id, URI.create("http://localhost/" + source.id)), source);
        }
        worklist = new Worklist(facilities, database, new AuditLog(), CLOCK);
    }

    @AfterEach
    void close() throws StoreException {
        database.close();
    }

    // [utest->req~worklist.order~1]
    @Test
    void priorityComesFirstThenDeadlineThenReceipt() throws Exception {
        north.studies.add(study("north", "1.1", Optional.empty(), 300));
        north.studies.add(study("north", "1.2", Optional.of(ReadingPriority.STAT), 5));
        south.studies.add(study("south", "1.3", Optional.of(ReadingPriority.STAT), 20));
        south.studies.add(study("south", "1.4", Optional.of(ReadingPriority.URGENT), 1));

        List<ReadingItem> items = refreshed().items();

        assertEquals(
                List.of("1.3", "1.2", "1.4", "1.1"),
                items.stream().map(item -> item.study().uid().value()).toList());
        assertEquals(
                "STAT as the facility sent it; due in 10 min (received 20 min ago, promised within 30 min)",
                ReadingOrder.reason(items.get(0), NOW));
        assertTrue(ReadingOrder.reason(items.get(3), NOW).startsWith("ROUTINE assumed: the facility sent no priority"));
    }

    @Test
    void theSameUidAtTwoFacilitiesAreTwoRows() throws Exception {
        north.studies.add(study("north", "1.1", Optional.empty(), 1));
        south.studies.add(study("south", "1.1", Optional.empty(), 1));

        assertEquals(2, refreshed().items().size());
    }

    // [utest->req~worklist.stale~1]
    @Test
    void aDeadFacilityKeepsItsRowsAndIsMarkedStale() throws Exception {
        north.studies.add(study("north", "1.1", Optional.empty(), 1));
        refreshed();
        north.failure = Optional.of(new IllegalStateException("connection refused"));

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
        north.studies.add(study("north", "1.1", Optional.empty(), 1));
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
        north.studies.add(study("north", "1.1", Optional.empty(), 1));
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
        assertFalse(ReadingState.FINAL.canBecome(from));
    }

    private WorklistSnapshot refreshed() throws StoreException {
        worklist.refresh(LocalDate.of(2026, 11, 1), new Cancellation()).join();
        return worklist.snapshot();
    }

    private static StudySummary study(String facility, String uid, Optional<ReadingPriority> priority, int minutesAgo) {
        Patient patient = new Patient("1", "", "SYNTHETIC^ONE", Optional.empty(), "O");
        return new StudySummary(
                new StudyIdentity(new Uid(uid), patient, "A" + uid, Optional.empty(), "CT HEAD", ""),
                new FacilityId(facility),
                Set.of("CT"),
                1,
                priority,
                Optional.of(NOW.minusSeconds(60L * minutesAgo)));
    }

    /** Answers with its list or its failure. */
    private static final class FakeSource implements StudySource {
        private final String id;
        private final List<StudySummary> studies = new ArrayList<>();
        private Optional<Throwable> failure = Optional.empty();

        FakeSource(String id) {
            this.id = id;
        }

        @Override
        public FacilityId facility() {
            return new FacilityId(id);
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
            return failure.isPresent()
                    ? CompletableFuture.failedFuture(failure.orElseThrow())
                    : CompletableFuture.completedFuture(List.copyOf(studies));
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation) {
            return studiesSince(LocalDate.MIN, cancellation);
        }

        @Override
        public CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException("not asked for here"));
        }
    }
}
