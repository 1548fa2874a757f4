package org.candela.practice;

import java.util.List;

/** The rules between a study and its reader, asked before it is claimed and again before it is signed. Pure. */
// [impl->req~licence.gate~1]
public final class ClaimGate {
    /** All rules. */
    public static final ClaimGate STANDARD = new ClaimGate(List.of(
            new LicenceRule(),
            new CredentialRule(),
            new PolicyRule(),
            new EngagementRule(),
            new BreastImagingRule(),
            new LocationRule(),
            new LapseRule(),
            new HomeStateRule(),
            new LocalTeamRule()));

    private final List<ClaimRule> rules;

    private ClaimGate(List<ClaimRule> rules) {
        this.rules = rules;
    }

    /**
     * A rule for people.
     *
     * @param id as findings name it
     */
    public record RuleText(String id, String text) {}

    /** What is asked for, in order. */
    public List<RuleText> rules() {
        return rules.stream().map(rule -> new RuleText(rule.id(), rule.text())).toList();
    }

    /** Asks every rule; a synthetic study of the demonstration needs none. */
    public GateDecision decide(ClaimQuestion question, PracticeRecords records) {
        if (question.isSynthetic()) {
            GateFinding nobody = new GateFinding(
                    "claim.synthetic",
                    GateFinding.Verdict.MET,
                    "A synthetic study of the demonstration: of nobody.",
                    "the facility is the built-in demonstration");
            return new GateDecision(question.facility(), question.at(), List.of(nobody), List.of());
        }
        List<GateFinding> findings =
                rules.stream().flatMap(rule -> rule.findings(question, records)).toList();
        List<String> fixed = rules.stream()
                .filter(rule -> !rule.canBeOverridden(question, records))
                .map(ClaimRule::id)
                .toList();
        return new GateDecision(question.facility(), question.at(), findings, fixed);
    }
}
