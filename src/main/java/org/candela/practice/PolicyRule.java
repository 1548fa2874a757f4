package org.candela.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A malpractice policy in force that expressly covers reading from a distance, the state and the facility. */
// [impl->req~licence.policy~1]
final class PolicyRule implements ClaimRule {
    @Override
    public String id() {
        return "claim.policy";
    }

    @Override
    public String text() {
        return "A malpractice policy in force names telemedicine, the patient's state and this facility.";
    }

    @Override
    public Stream<GateFinding> findings(ClaimQuestion question, PracticeRecords records) {
        Optional<MalpracticePolicy> full = records.policies().stream()
                .filter(policy -> lacks(policy, question).isEmpty())
                .findFirst();
        if (full.isEmpty()) {
            return Stream.of(block("No malpractice policy covers this reading.", evidence(question, records)));
        }
        MalpracticePolicy policy = full.orElseThrow();
        GateFinding met = met("Insured.", policy.text());
        boolean isOwnRisk = records.engagementsWith(question.facility())
                .anyMatch(engagement -> engagement.model().needsTail());
        return isOwnRisk && !policy.terms().tail()
                ? Stream.of(
                        met, warn("The policy has no tail: claims made after its end are not covered.", policy.text()))
                : Stream.of(met);
    }

    private static List<String> lacks(MalpracticePolicy policy, ClaimQuestion question) {
        List<String> lacks = new ArrayList<>();
        if (!policy.period().covers(question.days())) {
            lacks.add("is not in force today");
        }
        if (!policy.terms().telemedicine()) {
            lacks.add("does not name telemedicine");
        }
        question.place().states().stream()
                .filter(state -> !policy.states().contains(state))
                .forEach(state -> lacks.add("does not name " + state));
        if (!policy.facilities().contains(question.facility())) {
            lacks.add("does not name this facility");
        }
        return lacks;
    }

    private static String evidence(ClaimQuestion question, PracticeRecords records) {
        return records.policies().isEmpty()
                ? "no policy on file"
                : records.policies().stream()
                        .map(policy -> policy.text() + " " + String.join(", ", lacks(policy, question)))
                        .collect(Collectors.joining("; "));
    }
}
