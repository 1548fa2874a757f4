package org.candela.bench;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.study.Patient;
import org.candela.study.Retrieval;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;

/** Many synthetic facilities, each with a long list that is made anew for each answer, as from the wire. */
final class ManyFacilities {
    private static final List<String> FAMILY_NAMES = List.of(
            "ABBOTT", "BAKER", "CARTER", "DIAZ", "EVANS", "FISCHER", "GARCIA", "HUGHES", "IVANOV", "JENSEN", "KHAN",
            "LOPEZ", "MEYER", "NGUYEN", "OKAFOR", "PATEL", "QUINN", "ROSSI", "SATO", "TRAN", "URBAN", "VARGA", "WEBER");
    private static final List<String> DESCRIPTIONS = List.of(
            "CT HEAD W/O CONTRAST",
            "XR CHEST 2 VIEWS",
            "MR BRAIN W/WO",
            "CT ABDOMEN PELVIS",
            "US ABDOMEN COMPLETE",
            "CT ANGIO CHEST",
            "XR ANKLE LEFT",
            "MR LUMBAR SPINE",
            "CT C-SPINE",
            "XR HAND RIGHT");

    private final Instant now;
    private final int rowsEach;
    private final List<Source> sources = new ArrayList<>();
    /** Raised for each round of answers in which some rows are other than before. */
    private int round;

    private int changedOf1000;

    ManyFacilities(int facilities, int rowsEach, Instant now) {
        this.now = now;
        this.rowsEach = rowsEach;
        for (int i = 0; i < facilities; i++) {
            sources.add(new Source(new FacilityId("facility-" + i), i));
        }
    }

    /** The next answers differ from the last in so many rows of a thousand. */
    void change(int ofThousand) {
        changedOf1000 = ofThousand;
        round++;
        sources.forEach(Source::prepare);
    }

    Map<Facility, StudySource> asMap() {
        Map<Facility, StudySource> map = new LinkedHashMap<>();
        for (Source source : sources) {
            map.put(Facility.of(source.id, source.id.value(), URI.create("http://localhost/" + source.id)), source);
        }
        return map;
    }

    /** One facility; its answer is prepared before it is asked for, so that its making is not measured. */
    private final class Source implements StudySource {
        private final FacilityId id;
        private final int number;
        private final int[] rounds = new int[rowsEach];
        private List<StudySummary> answer = List.of();

        Source(FacilityId id, int number) {
            this.id = id;
            this.number = number;
        }

        void prepare() {
            Random random = new Random(31L * number + round);
            List<StudySummary> studies = new ArrayList<>(rowsEach);
            for (int i = 0; i < rowsEach; i++) {
                if (random.nextInt(1000) < changedOf1000) {
                    rounds[i] = round;
                }
                studies.add(study(i, rounds[i]));
            }
            answer = studies;
        }

        private StudySummary study(int i, int version) {
            Random random = new Random(1_000_003L * number + i);
            int urgency = random.nextInt(100);
            ReadingPriority priority = urgency < 3
                    ? ReadingPriority.STAT
                    : urgency < 15 ? ReadingPriority.URGENT : ReadingPriority.ROUTINE;
            String name = FAMILY_NAMES.get(random.nextInt(FAMILY_NAMES.size())) + "^GIVEN" + random.nextInt(5000);
            Patient patient = new Patient(
                    "P" + number + "-" + i,
                    "ISSUER-" + number,
                    name,
                    Optional.of(
                            LocalDate.of(1940 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28))),
                    random.nextBoolean() ? "F" : "M");
            Instant received = now.minusSeconds(random.nextInt(86_400));
            return new StudySummary(
                    new StudyIdentity(
                            new Uid("1.2.826.0.1.3680043.10.999." + (number + 1) + "." + (100_000 + i) + ".20261124"),
                            patient,
                            "ACC" + number + "-" + i,
                            Optional.of(LocalDateTime.of(2026, 11, 23, random.nextInt(24), random.nextInt(60))),
                            new StringBuilder(DESCRIPTIONS.get(random.nextInt(DESCRIPTIONS.size()))).toString(),
                            "REFERRER^" + random.nextInt(200)),
                    id,
                    Set.of("CT"),
                    100 + version,
                    Optional.of(priority),
                    Optional.of(received),
                    new StudySummary.Place("Campus " + number, "TX"));
        }

        @Override
        public FacilityId facility() {
            return id;
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
            return CompletableFuture.completedFuture(answer);
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException("no images here"));
        }
    }
}
