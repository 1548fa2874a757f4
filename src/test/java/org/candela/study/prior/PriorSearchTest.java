package org.candela.study.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.study.OfferedStudy;
import org.candela.study.OfferedStudy.Availability;
import org.candela.study.Patient;
import org.candela.study.Retrieval;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
import org.junit.jupiter.api.Test;

// [utest->req~study.prior.search~1]
class PriorSearchTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
    private static final Duration LIMIT = Duration.ofMillis(200);

    private final Shelf north = new Shelf("north");
    private final Shelf south = new Shelf("south");
    private final PriorSearch search =
            new PriorSearch(Map.of(north.facility(), north, south.facility(), south), CLOCK, LIMIT);

    /** A facility that answers, fails or stays silent. */
    private static final class Shelf implements StudySource {
        private final FacilityId id;
        private final List<OfferedStudy> offered = new ArrayList<>();
        private Optional<CompletableFuture<List<OfferedStudy>>> answer = Optional.empty();
        private Cancellation last = new Cancellation();
        private int asked;

        Shelf(String id) {
            this.id = new FacilityId(id);
        }

        StudySummary add(String uid, String patientId, String description, LocalDate day, Availability availability) {
            Patient patient = new Patient(patientId, "", "DOE^JANE", Optional.of(LocalDate.of(1960, 3, 4)), "F");
            StudyIdentity identity =
                    new StudyIdentity(new Uid(uid), patient, "", Optional.of(day.atStartOfDay()), description, "");
            StudySummary study = new StudySummary(
                    identity, id, Set.of(description.substring(0, 2)), 1, Optional.empty(), Optional.empty());
            offered.add(new OfferedStudy(study, availability));
            return study;
        }

        @Override
        public FacilityId facility() {
            return id;
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<List<OfferedStudy>> offeredFor(Patient patient, Cancellation cancellation) {
            asked++;
            last = cancellation;
            return answer.orElseGet(() -> CompletableFuture.completedFuture(List.copyOf(offered)));
        }

        @Override
        public CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation) {
            throw new UnsupportedOperationException();
        }
    }

    private PriorList priorsOf(StudySummary study) {
        return search.of(study, Set.of(), new Cancellation()).join();
    }

    private static List<String> uids(List<KnownPrior> priors) {
        return priors.stream().map(prior -> prior.study().uid().value()).toList();
    }

    @Test
    void allFacilitiesAreAskedAndCounted() {
        StudySummary study = north.add("1.9", "A", "CT chest", TODAY, Availability.ONLINE);
        north.add("1.1", "A", "CT chest", TODAY.minusDays(9), Availability.ONLINE);
        north.add("1.2", "A", "MR head", TODAY.minusDays(8), Availability.UNTOLD);
        north.add("1.3", "A", "CT head", TODAY.minusDays(7), Availability.OFFLINE);
        south.add("2.1", "A", "CT chest", TODAY.minusDays(6), Availability.ONLINE);

        PriorList known = priorsOf(study);

        assertEquals("2 priors, 1 probable, 1 not available", known.count());
        assertEquals(List.of("2.1"), uids(known.probable()), "an equal number of another facility is no proof");
        assertEquals(List.of("1.3"), uids(known.unavailable()));
    }

    @Test
    void theSamePartAndModalityComeFirstThenTheNewest() {
        StudySummary study = north.add("1.9", "A", "CT chest", TODAY, Availability.ONLINE);
        north.add("1.1", "A", "MR head", TODAY.minusDays(1), Availability.ONLINE);
        north.add("1.2", "A", "CT abdomen", TODAY.minusDays(2), Availability.ONLINE);
        north.add("1.3", "A", "CR chest", TODAY.minusDays(3), Availability.ONLINE);
        north.add("1.4", "A", "CT thorax", TODAY.minusDays(400), Availability.ONLINE);
        north.add("1.5", "A", "CT chest", TODAY.minusDays(40), Availability.ONLINE);

        assertEquals(
                List.of("1.5", "1.4", "1.3", "1.2", "1.1"), uids(priorsOf(study).accepted()));
    }

    @Test
    void aFacilityThatIsSilentIsNamedAndKeepsNobodyWaiting() {
        StudySummary study = north.add("1.9", "A", "CT chest", TODAY, Availability.ONLINE);
        south.answer = Optional.of(new CompletableFuture<>());

        PriorList known = priorsOf(study);

        assertEquals("south did not answer", known.count());
        assertEquals("no answer within 1 s", known.silent().get(0).reason());
        assertTrue(south.last.isRequested(), "it may stop");
    }

    @Test
    void aFacilityThatFailsIsNamedInItsWordsAndAskedAgain() {
        StudySummary study = north.add("1.9", "A", "CT chest", TODAY, Availability.ONLINE);
        south.answer = Optional.of(CompletableFuture.failedFuture(new CandelaException("web.gone", "no such server")));
        assertEquals("no such server", priorsOf(study).silent().get(0).reason());
        south.answer = Optional.empty();

        assertEquals(List.of(), priorsOf(study).silent());

        assertEquals(2, south.asked);
        assertEquals(1, north.asked, "its answer is known");
    }

    @Test
    void laterStudiesAndTheStudyItselfAreNoPriors() {
        StudySummary study = north.add("1.9", "A", "CT chest", TODAY, Availability.ONLINE);
        north.add("1.8", "A", "CT chest", TODAY.plusDays(1), Availability.ONLINE);

        PriorList known = priorsOf(study);

        assertEquals(List.of(), known.priors());
        assertFalse(known.count().contains("prior"));
    }
}
