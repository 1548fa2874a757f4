package org.candela.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.study.Patient;
import org.candela.study.Retrieval;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;

/** A facility that answers with its list, fails, or keeps the asker waiting, as the test wants. */
final class FakeSource implements StudySource {
    private final String id;
    private final List<StudySummary> studies = new ArrayList<>();
    private final List<Cancellation> requests = new ArrayList<>();
    private Optional<CandelaException> failure = Optional.empty();
    private Optional<CompletableFuture<List<StudySummary>>> held = Optional.empty();

    FakeSource(String id) {
        this.id = id;
    }

    /** The facility whose source this is. */
    Facility asFacility() {
        return Facility.of(facility(), id, java.net.URI.create("http://localhost/" + id));
    }

    /** What a worklist over {@code sources} is made of, in their order. */
    static Map<Facility, StudySource> facilities(FakeSource... sources) {
        Map<Facility, StudySource> facilities = new LinkedHashMap<>();
        for (FakeSource source : sources) {
            facilities.put(source.asFacility(), source);
        }
        return facilities;
    }

    /** Puts a study on the list, received {@code at}. */
    StudySummary add(String uid, Optional<ReadingPriority> priority, Instant at) {
        Patient patient = new Patient("1", "HOME", "SYNTHETIC^ONE", Optional.of(LocalDate.of(1960, 3, 4)), "O");
        StudySummary study = new StudySummary(
                new StudyIdentity(
                        new Uid(uid),
                        patient,
                        "A" + uid,
                        Optional.of(LocalDateTime.of(2026, 11, 23, 22, 0)),
                        "CT",
                        "X^Y"),
                facility(),
                Set.of("CT", "SR"),
                3,
                priority,
                Optional.of(at),
                new StudySummary.Place("North Campus", "TX"));
        studies.add(study);
        return study;
    }

    void remove(StudySummary study) {
        studies.remove(study);
    }

    /** From now on it does not answer. */
    void die() {
        failure = Optional.of(new CandelaException("web.unreachable", "connection refused"));
    }

    /** From now on it answers. */
    void recover() {
        failure = Optional.empty();
        held = Optional.empty();
    }

    /** From now on it keeps askers waiting for the future that is returned. */
    CompletableFuture<List<StudySummary>> hold() {
        CompletableFuture<List<StudySummary>> answer = new CompletableFuture<>();
        held = Optional.of(answer);
        return answer;
    }

    /** What it lists. */
    List<StudySummary> studies() {
        return List.copyOf(studies);
    }

    /** The cancellation of each request so far. */
    List<Cancellation> requests() {
        return List.copyOf(requests);
    }

    @Override
    public FacilityId facility() {
        return new FacilityId(id);
    }

    @Override
    public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
        requests.add(cancellation);
        if (held.isPresent()) {
            return held.orElseThrow();
        }
        return failure.isPresent()
                ? CompletableFuture.failedFuture(failure.orElseThrow())
                : CompletableFuture.completedFuture(studies());
    }

    @Override
    public CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation) {
        return CompletableFuture.completedFuture(studies());
    }

    @Override
    public CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("not asked for here"));
    }
}
