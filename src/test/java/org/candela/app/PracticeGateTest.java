package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.candela.facility.ReadingPriority;
import org.candela.practice.ClaimQuestion;
import org.candela.practice.Credential;
import org.candela.practice.Engagement;
import org.candela.practice.FacilityTerms;
import org.candela.practice.Jurisdiction;
import org.candela.practice.KeptDecision;
import org.candela.practice.Licence;
import org.candela.practice.MalpracticePolicy;
import org.candela.practice.Period;
import org.candela.practice.Practice;
import org.candela.practice.PracticeRecord;
import org.candela.practice.ReadType;
import org.candela.report.ReportedOrder;
import org.candela.report.ReportedPatient;
import org.candela.report.ReportedPriors;
import org.candela.report.ReportedStudy;
import org.candela.report.SignGate.Obstacle;
import org.candela.report.SignatureMeaning;
import org.candela.shell.ReadingBlockedException;
import org.candela.shell.ReadingBlockedException.Way;
import org.candela.store.Database;
import org.candela.study.Patient;
import org.candela.study.Retrieval;
import org.candela.study.StudyIdentity;
import org.candela.study.StudyImport;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
import org.candela.study.UidHash;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.Worklist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader in Georgia before facilities in Texas, in Texas and New Mexico, the demonstration and imported files. */
// [utest->req~app.gate~1]
class PracticeGateTest {
    private static final FacilityId CLINIC = new FacilityId("clinic");
    private static final FacilityId NETWORK = new FacilityId("network");
    private static final FacilityId DEMO = new FacilityId("demo");
    private static final Jurisdiction TX = new Jurisdiction("TX");
    private static final Jurisdiction NM = new Jurisdiction("NM");
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final String READER = "reader";

    private final MovingClock clock = new MovingClock(Instant.parse("2026-06-15T17:00:00Z"));

    @TempDir
    private Path folder;

    private Database database;
    private Practice practice;
    private Worklist worklist;
    private PracticeGate gate;

    /** A clock that a test sets. */
    private static final class MovingClock extends Clock {
        private Instant now;

        MovingClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A facility that lists these studies. */
    private record Listed(FacilityId facility, List<StudySummary> studies) implements StudySource {
        @Override
        public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
            return CompletableFuture.completedFuture(studies);
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation) {
            return CompletableFuture.completedFuture(studies);
        }

        @Override
        public CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation) {
            return CompletableFuture.failedFuture(new CandelaException("web.unreachable", "not asked for here"));
        }
    }

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        practice = new Practice(database, new AuditLog(), clock);
        Map<Facility, StudySource> sources = new LinkedHashMap<>();
        facilities().forEach(facility -> sources.put(facility, new Listed(facility.id(), listed(facility.id()))));
        worklist = new Worklist(sources, database, new AuditLog(), clock);
        worklist.refresh(LocalDate.of(2026, 6, 1), new Cancellation()).join();
        gate = new PracticeGate(
                practice,
                sources.keySet(),
                new PracticeGate.Seat(READER, worklist, () -> new ClaimQuestion.Desk(false, "3.1 MP"), clock));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private static List<Facility> facilities() {
        URI web = URI.create("http://localhost/web");
        return List.of(
                Facility.of(CLINIC, "Clinic", web).withStates(Set.of("TX")),
                Facility.of(NETWORK, "Network", web).withStates(Set.of("TX", "NM")),
                Facility.of(DEMO, "Demonstration", web).asDemo(),
                Facility.of(StudyImport.LOCAL, "Imported", web));
    }

    private static List<StudySummary> listed(FacilityId facility) {
        return List.of(
                study(facility, "1", "CT", new StudySummary.Place("", "")),
                study(facility, "2", "CT", new StudySummary.Place("El Paso Campus", "NM")),
                study(facility, "3", "MG", new StudySummary.Place("", "")));
    }

    private static StudySummary study(FacilityId facility, String last, String modality, StudySummary.Place place) {
        int root = List.of(CLINIC, NETWORK, DEMO, StudyImport.LOCAL).indexOf(facility);
        Patient patient = new Patient("P", "HOME", "SYNTHETIC^ONE", Optional.of(LocalDate.of(1960, 3, 4)), "O");
        return new StudySummary(
                new StudyIdentity(new Uid("1.2." + root + "." + last), patient, "A1", Optional.empty(), "", ""),
                facility,
                Set.of(modality),
                1,
                Optional.of(ReadingPriority.STAT),
                Optional.empty(),
                place);
    }

    private static List<PracticeRecord> inOrder() {
        List<PracticeRecord> records = new ArrayList<>();
        records.add(licence(TX, YEAR));
        for (FacilityId facility : List.of(CLINIC, NETWORK)) {
            records.add(new Credential(
                    facility,
                    Credential.Status.APPROVED,
                    YEAR.from(),
                    YEAR.from(),
                    Optional.of(YEAR),
                    ReadType.FINAL,
                    Set.of()));
            records.add(new Engagement(
                    facility, Engagement.Model.EMPLOYED, YEAR, Optional.empty(), Optional.of(YEAR.from())));
        }
        records.add(new MalpracticePolicy(
                "Carrier",
                "P1",
                YEAR,
                "1M/3M",
                Set.of(TX, NM),
                Set.of(CLINIC, NETWORK),
                new MalpracticePolicy.Terms(true, true)));
        return records;
    }

    private static Licence licence(Jurisdiction state, Period period) {
        return new Licence(
                state, "K1", Licence.Grade.FULL, period, Licence.Route.DIRECT, Optional.empty(), Optional.empty());
    }

    private ReadingItem item(FacilityId facility, String last) throws Exception {
        int root = List.of(CLINIC, NETWORK, DEMO, StudyImport.LOCAL).indexOf(facility);
        return worklist.find(new ReadingItem.Id(facility, new Uid("1.2." + root + "." + last)))
                .orElseThrow();
    }

    private List<String> blocked(FacilityId facility, String last) throws Exception {
        ReadingItem item = item(facility, last);
        return assertThrows(ReadingBlockedException.class, () -> gate.pass(item))
                .reasons();
    }

    @Test
    void withoutALicenceOfTheStateNothingIsClaimedAndTheEvidenceIsKept() throws Exception {
        practice.enter(inOrder(), READER);
        practice.withdraw(PracticeRecord.Kind.LICENCE, "TX K1", READER);

        assertEquals(
                List.of("No licence of Texas allows reading today. (the facility serves TX; no licence of TX on file)"),
                blocked(CLINIC, "1"));

        KeptDecision kept = practice.decisions(Instant.EPOCH).get(0);
        assertEquals(KeptDecision.Outcome.BLOCKED, kept.outcome());
        assertEquals(UidHash.of(new Uid("1.2.0.1")), kept.studyHash());
        assertEquals(
                "the facility serves TX; no licence of TX on file",
                kept.findings().get(0).evidence());
    }

    @Test
    void aReaderInOrderPasses() throws Exception {
        practice.enter(inOrder(), READER);

        gate.pass(item(CLINIC, "1"));

        assertEquals(
                KeptDecision.Outcome.OPEN,
                practice.decisions(Instant.EPOCH).get(0).outcome());
    }

    @Test
    void aFacilityOfTwoStatesIsAskedForBothUntilTheSiteOfTheStudyIsKnown() throws Exception {
        practice.enter(inOrder(), READER);
        assertEquals(1, blocked(NETWORK, "1").size());
        assertEquals(1, blocked(NETWORK, "2").size());

        practice.enter(List.of(new FacilityTerms(NETWORK, Map.of("El Paso Campus", TX), false, Set.of())), READER);

        gate.pass(item(NETWORK, "2"));
        assertEquals(1, blocked(NETWORK, "1").size());
    }

    @Test
    void aPatientWhoLivesElsewhereIsToldOf() throws Exception {
        practice.enter(inOrder(), READER);

        gate.pass(item(CLINIC, "2"));

        List<KeptDecision> kept = practice.decisions(Instant.EPOCH);
        assertEquals(
                List.of("The patient's address is in New Mexico."),
                kept.get(0).findings().stream()
                        .filter(finding -> finding.ruleId().equals("claim.home-state"))
                        .map(finding -> finding.text())
                        .toList());
    }

    @Test
    void theDemonstrationAndImportedStudiesNeedNothing() throws Exception {
        gate.pass(item(DEMO, "1"));
        gate.pass(item(DEMO, "3"));
        gate.pass(item(StudyImport.LOCAL, "1"));

        assertEquals(3, practice.decisions(Instant.EPOCH).size());
    }

    @Test
    void breastImagesAreNotReadOnTheseDisplaysForAnyReason() throws Exception {
        practice.enter(inOrder(), READER);
        ReadingItem mammogram = item(CLINIC, "3");

        ReadingBlockedException blocked = assertThrows(ReadingBlockedException.class, () -> gate.pass(mammogram));

        assertEquals(List.of("The displays here are not for mammography. (3.1 MP)"), blocked.reasons());
        assertEquals(Way.MEND, blocked.way());
    }

    @Test
    void aReasonOpensWhatMayBeOverriddenAndTheSignatureFollowsIt() throws Exception {
        practice.enter(inOrder(), READER);
        practice.withdraw(PracticeRecord.Kind.ENGAGEMENT, "clinic", READER);
        ReadingItem item = item(CLINIC, "1");
        ReadingBlockedException blocked = assertThrows(ReadingBlockedException.class, () -> gate.pass(item));
        assertEquals(Way.GIVE_A_REASON, blocked.way());

        gate.overrule(item, "Contract signed on paper");

        gate.pass(item);
        assertEquals(List.of(), gate.obstacles(reported(item), SignatureMeaning.FINAL));
    }

    @Test
    void aLicenceThatEndedAtMidnightKeepsTheReportOfTheSameShiftFromBeingSigned() throws Exception {
        practice.enter(inOrder(), READER);
        practice.enter(List.of(licence(TX, new Period(YEAR.from(), LocalDate.of(2026, 6, 15)))), READER);
        clock.now = Instant.parse("2026-06-16T04:50:00Z");
        ReadingItem item = item(CLINIC, "1");
        gate.pass(item);
        assertEquals(List.of(), gate.obstacles(reported(item), SignatureMeaning.FINAL));

        clock.now = Instant.parse("2026-06-16T05:00:00Z");

        assertEquals(
                List.of(new Obstacle(
                        "claim.licence",
                        "No licence of Texas allows reading today. (the facility serves TX;"
                                + " TX licence K1 (full, 2026-01-01 to 2026-06-15))")),
                gate.obstacles(reported(item), SignatureMeaning.FINAL));
    }

    private static ReportedStudy reported(ReadingItem item) {
        return new ReportedStudy(
                item.id().facility(),
                item.id().study(),
                new ReportedPatient("Zebedee^Quillon", "MRN123", "CLINIC", "19700101", "F"),
                new ReportedOrder(
                        "AC99",
                        "PL55",
                        "71250",
                        "Order^Mary",
                        new ReportedOrder.Examination("CT", "CT CHEST", LocalDateTime.of(2026, 6, 15, 1, 5)),
                        ReadingPriority.STAT),
                ReportedPriors.NONE);
    }
}
