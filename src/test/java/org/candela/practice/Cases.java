package org.candela.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.facility.FacilityId;

/** A reader in Georgia who is in order for a facility in Texas, and the study that it asks about. */
final class Cases {
    static final FacilityId CLINIC = new FacilityId("clinic");
    static final Jurisdiction TX = new Jurisdiction("TX");
    static final Jurisdiction NM = new Jurisdiction("NM");
    static final Jurisdiction GA = new Jurisdiction("GA");
    /** Noon in Texas. */
    static final Instant NOON = Instant.parse("2026-06-15T17:00:00Z");

    static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

    private Cases() {}

    static Licence licence(Jurisdiction state, Licence.Grade grade, Period period) {
        return new Licence(
                state, "K-" + state, grade, period, Licence.Route.COMPACT, Optional.empty(), Optional.empty());
    }

    static Licence licence(Jurisdiction state) {
        return licence(state, Licence.Grade.FULL, YEAR);
    }

    static Credential credential(Credential.Status status, ReadType reads, String... modalities) {
        return new Credential(
                CLINIC, status, YEAR.from(), YEAR.from().plusDays(60), Optional.of(YEAR), reads, Set.of(modalities));
    }

    static MalpracticePolicy policy(Set<Jurisdiction> states, MalpracticePolicy.Terms terms) {
        return new MalpracticePolicy("Carrier", "P1", YEAR, "1M/3M", states, Set.of(CLINIC), terms);
    }

    static Engagement engagement(Engagement.Model model, Optional<LocalDate> consent) {
        return new Engagement(CLINIC, model, YEAR, consent, Optional.of(YEAR.from()));
    }

    private static final List<PracticeRecord> TEXAS = List.of(
            licence(TX),
            credential(Credential.Status.APPROVED, ReadType.FINAL),
            policy(Set.of(TX), new MalpracticePolicy.Terms(true, true)),
            engagement(Engagement.Model.CONTRACTOR, Optional.empty()),
            new ReadingLocation("US", "GA", NOON.minusSeconds(3600)));

    /** All in order for Texas. */
    static final PracticeRecords IN_ORDER = PracticeRecords.of(TEXAS);

    /** The same, but for the kinds of these records: of those there are these alone. */
    static PracticeRecords with(PracticeRecord... others) {
        Set<PracticeRecord.Kind> kinds =
                Stream.of(others).map(PracticeRecord::kind).collect(Collectors.toSet());
        return PracticeRecords.of(
                Stream.concat(without(kinds), Stream.of(others)).toList());
    }

    /** The same without those of one kind. */
    static PracticeRecords lacking(PracticeRecord.Kind kind) {
        return PracticeRecords.of(without(Set.of(kind)).toList());
    }

    private static Stream<PracticeRecord> without(Set<PracticeRecord.Kind> kinds) {
        return TEXAS.stream().filter(record -> !kinds.contains(record.kind()));
    }

    /** A CT of an adult at a facility that serves these states. */
    static ClaimQuestion ct(Instant at, Jurisdiction... served) {
        return question(at, PatientPlace.of(Optional.empty(), List.of(served), Optional.empty()), "CT", 50);
    }

    static ClaimQuestion question(Instant at, PatientPlace place, String modality, int years) {
        return new ClaimQuestion(
                GateStep.CLAIM,
                CLINIC,
                ClaimQuestion.Origin.ORDERED,
                place,
                new ClaimQuestion.Work(Set.of(modality), Optional.of(years), ReadType.FINAL),
                new ClaimQuestion.Desk(false, "3.1 MP"),
                at);
    }

    /** The same, asked in another way. */
    static ClaimQuestion asked(ClaimQuestion question, GateStep step, ClaimQuestion.Origin origin) {
        return new ClaimQuestion(
                step, CLINIC, origin, question.place(), question.work(), question.desk(), question.at());
    }

    static PatientPlace texas() {
        return PatientPlace.of(Optional.empty(), List.of(TX), Optional.empty());
    }

    static FacilityTerms terms(boolean breastInFacility, FacilityTerms.LocalTeam... teams) {
        return new FacilityTerms(CLINIC, Map.of(), breastInFacility, Set.of(teams));
    }
}
