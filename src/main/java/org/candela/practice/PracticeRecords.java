package org.candela.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.facility.FacilityId;

/**
 * All that is on file at one moment. A value.
 *
 * @param location where the reader last attested to sit
 */
public record PracticeRecords(
        List<Licence> licences,
        List<Credential> credentials,
        List<MalpracticePolicy> policies,
        List<Engagement> engagements,
        List<FacilityTerms> terms,
        List<DossierItem> dossier,
        List<EmergencyDeclaration> emergencies,
        List<PayRule> pay,
        Optional<ReadingLocation> location) {
    /** Nothing on file. */
    public static final PracticeRecords NONE = of(List.of());

    public PracticeRecords {
        licences = List.copyOf(licences);
        credentials = List.copyOf(credentials);
        policies = List.copyOf(policies);
        engagements = List.copyOf(engagements);
        terms = List.copyOf(terms);
        dossier = List.copyOf(dossier);
        emergencies = List.copyOf(emergencies);
        pay = List.copyOf(pay);
    }

    /** Sorted by kind; of several locations the last counts. */
    public static PracticeRecords of(Collection<? extends PracticeRecord> records) {
        return new PracticeRecords(
                only(records, Licence.class),
                only(records, Credential.class),
                only(records, MalpracticePolicy.class),
                only(records, Engagement.class),
                only(records, FacilityTerms.class),
                only(records, DossierItem.class),
                only(records, EmergencyDeclaration.class),
                only(records, PayRule.class),
                only(records, ReadingLocation.class).stream().reduce((before, last) -> last));
    }

    private static <T> List<T> only(Collection<? extends PracticeRecord> records, Class<T> kind) {
        return records.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Whether the reader may go on in a state without its licence, for a reason. */
    boolean hasEmergency(Jurisdiction state, Instant at) {
        return emergencies.stream()
                .anyMatch(
                        one -> one.jurisdiction().equals(state) && one.period().covers(state.dates(at)));
    }

    Stream<Licence> licencesOf(Jurisdiction state) {
        return licences.stream().filter(licence -> licence.jurisdiction().equals(state));
    }

    Stream<Credential> credentialsAt(FacilityId facility) {
        return credentials.stream().filter(credential -> credential.facility().equals(facility));
    }

    Stream<Engagement> engagementsWith(FacilityId facility) {
        return engagements.stream().filter(engagement -> engagement.facility().equals(facility));
    }

    /** What a facility pays on a day; of two rules for it the one that began later counts. */
    public Optional<PayRule> payOn(FacilityId facility, LocalDate day) {
        return pay.stream()
                .filter(rule ->
                        rule.facility().equals(facility) && rule.period().covers(day))
                .max(Comparator.comparing(rule -> rule.period().from()));
    }

    /** What a facility asks for. */
    public FacilityTerms termsOf(FacilityId facility) {
        return terms.stream()
                .filter(one -> one.facility().equals(facility))
                .findFirst()
                .orElseGet(() -> FacilityTerms.none(facility));
    }
}
