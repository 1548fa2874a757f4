package org.candela.practice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A contract with the facility; where it is moonlighting, with the main employer's consent. */
// [impl->req~licence.engagement~1]
final class EngagementRule implements ClaimRule {
    @Override
    public String id() {
        return "claim.engagement";
    }

    @Override
    public String text() {
        return "A contract with the facility is in force; the main employer agreed to moonlighting.";
    }

    @Override
    public Stream<GateFinding> findings(ClaimQuestion question, PracticeRecords records) {
        List<Engagement> all = records.engagementsWith(question.facility()).toList();
        Optional<Engagement> valid = all.stream()
                .filter(engagement -> engagement.period().covers(question.days()))
                .findFirst();
        if (valid.isEmpty()) {
            String evidence =
                    all.isEmpty() ? "no engagement on file" : all.get(0).terms();
            return Stream.of(block("No contract with this facility is in force.", evidence));
        }
        return judge(valid.orElseThrow(), question);
    }

    private Stream<GateFinding> judge(Engagement engagement, ClaimQuestion question) {
        String evidence = engagement.terms();
        boolean isAgreed = engagement
                .employerConsent()
                .filter(day -> !day.isAfter(question.days().first()))
                .isPresent();
        GateFinding contract = engagement.model().needsConsent() && !isAgreed
                ? block("The main employer's consent to moonlighting is not recorded.", evidence)
                : met("Under contract.", evidence);
        return engagement.associateAgreement().isPresent()
                ? Stream.of(contract)
                : Stream.of(contract, warn("No business associate agreement (HIPAA) is recorded.", evidence));
    }
}
