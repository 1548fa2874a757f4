package org.candela.worklist.ui;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
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
import org.candela.worklist.Worklist;

/** One facility with two studies, and the list over it, on one thread. */
final class ClinicDesk implements AutoCloseable {
    static final int LISTED_DAYS = 30;
    static final Instant START = Instant.parse("2026-11-24T01:30:00Z");
    private static final FacilityId CLINIC = new FacilityId("clinic");

    final MovableClock clock = new MovableClock(START);
    final List<StudySummary> studies = new ArrayList<>(List.of(
            study("1.1", ReadingPriority.ROUTINE, "CT HEAD"), study("1.2", ReadingPriority.URGENT, "CT CHEST")));
    final Worklist worklist;
    final WorklistViewModel model;
    /** Whether the facility refuses connections. */
    boolean isDead;
    /** How often it was asked. */
    int requests;
    /** What it keeps askers waiting for. */
    Optional<CompletableFuture<List<StudySummary>>> held = Optional.empty();

    private final Database database;

    ClinicDesk(Path folder) throws StoreException {
        database = Database.open(folder.resolve("w.db"), clock);
        worklist = newWorklist();
        model = modelOf(worklist);
    }

    /** The model after a restart. */
    WorklistViewModel newModel() {
        return modelOf(newWorklist());
    }

    private Worklist newWorklist() {
        Facility clinic = Facility.of(CLINIC, "Clinic", URI.create("http://localhost/clinic"));
        return new Worklist(Map.of(clinic, new ListSource()), database, new AuditLog(), clock);
    }

    private WorklistViewModel modelOf(Worklist list) {
        return new WorklistViewModel(
                list, new WorklistViewModel.Threads(Runnable::run, Runnable::run), clock, LISTED_DAYS);
    }

    static StudySummary study(String uid, ReadingPriority priority, String description) {
        Patient patient = new Patient("1", "", "SYNTHETIC^ONE", Optional.empty(), "O");
        return new StudySummary(
                new StudyIdentity(new Uid(uid), patient, "A" + uid, Optional.empty(), description, ""),
                CLINIC,
                Set.of("CT"),
                1,
                Optional.of(priority),
                Optional.of(START));
    }

    @Override
    public void close() throws StoreException {
        database.close();
    }

    /** Lists the studies of the test. */
    private final class ListSource implements StudySource {
        @Override
        public FacilityId facility() {
            return CLINIC;
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
            requests++;
            if (isDead) {
                return CompletableFuture.failedFuture(new CandelaException("web.unreachable", "connection refused"));
            }
            return held.orElseGet(() -> CompletableFuture.completedFuture(List.copyOf(studies)));
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException("not asked for here"));
        }
    }
}
