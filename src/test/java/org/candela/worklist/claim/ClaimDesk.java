package org.candela.worklist.claim;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.net.web.UpsClient;
import org.candela.net.web.WebEndpoint;
import org.candela.store.Database;
import org.candela.study.Patient;
import org.candela.study.Retrieval;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
import org.candela.worklist.ClaimStanding;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.Worklist;

/** A reader with a list of one study, whose facility keeps claims. */
final class ClaimDesk implements AutoCloseable {
    static final FacilityId CLINIC = new FacilityId("clinic");
    static final ReadingItem.Id STUDY = new ReadingItem.Id(CLINIC, new Uid("1.2.3"));
    static final String ACCESSION = "A1";
    static final Cancellation NEVER = new Cancellation();

    final List<ReadingItem.Id> lost = new ArrayList<>();
    final Worklist worklist;
    final FacilityClaims claims;
    final Database database;
    private final String reader;

    ClaimDesk(Path folder, String reader, URI workitems) throws Exception {
        this(folder, reader, Map.of(CLINIC, service(workitems)));
    }

    ClaimDesk(Path folder, String reader, Map<FacilityId, UpsClient> services) throws Exception {
        Clock clock = Clock.systemUTC();
        this.reader = reader;
        database = Database.open(folder.resolve(reader + ".db"), clock);
        Facility clinic = Facility.of(CLINIC, "Clinic", URI.create("http://localhost/clinic"));
        worklist = new Worklist(Map.of(clinic, new OneStudy()), database, new AuditLog(), clock);
        worklist.refresh(LocalDate.EPOCH, NEVER).join();
        claims = new FacilityClaims(
                services,
                new WorkitemClaims(services, database, new AuditLog(), clock),
                new FacilityClaims.Desk(worklist, database, clock, reader));
        claims.onLost(lost::add);
    }

    private static UpsClient service(URI root) {
        return new UpsClient(WebEndpoint.of(root), HttpClient.newHttpClient());
    }

    /** Claims here and at the facility, and opens it if it may be read: as the opener of cases does. */
    ClaimAnswer open() throws CandelaException {
        if (row().state() == ReadingState.READY) {
            worklist.claim(STUDY, reader);
        }
        ClaimAnswer answer = claims.take(row(), NEVER);
        if (answer.mayBeRead()) {
            worklist.change(STUDY, ReadingState.CLAIMED, ReadingState.OPEN, reader);
        } else {
            worklist.release(STUDY, ReadingState.CLAIMED, reader);
        }
        return answer;
    }

    /** As a final signature does. */
    void sign() throws CandelaException {
        database.change(tx -> {
            boolean unused =
                    worklist.transition(tx, STUDY, new Worklist.Step(ReadingState.OPEN, ReadingState.FINAL, reader));
            claims.completeInTx(tx, STUDY);
        });
    }

    ReadingItem row() throws CandelaException {
        return worklist.find(STUDY).orElseThrow();
    }

    ClaimStanding standing() {
        return worklist.standings().of(STUDY);
    }

    @Override
    public void close() throws Exception {
        database.close();
    }

    private static final class OneStudy implements StudySource {
        @Override
        public FacilityId facility() {
            return CLINIC;
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
            Patient patient = new Patient("1", "", "SYNTHETIC^ONE", Optional.empty(), "O");
            return CompletableFuture.completedFuture(List.of(new StudySummary(
                    new StudyIdentity(STUDY.study(), patient, ACCESSION, Optional.empty(), "CT HEAD", ""),
                    CLINIC,
                    Set.of("CT"),
                    1,
                    Optional.empty(),
                    Optional.empty())));
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
