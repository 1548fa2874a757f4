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

    /** Asks every rule about what a facility asks for; of other studies it says that none is asked. */
    public GateDecision decide(ClaimQuestion question, PracticeRecords records) {
        return switch (question.origin()) {
            case SYNTHETIC ->
                unasked(
                        question,
                        GateFinding.Verdict.MET,
                        "A synthetic study of the demonstration: of nobody.",
                        "the facility is the built-in demonstration");
            case IMPORTED ->
                unasked(
                        question,
                        GateFinding.Verdict.WARN,
                        "Imported from files: licence and cover are not checked, and nobody awaits a report.",
                        "no facility asked for it");
            case ORDERED -> ask(question, records);
        };
    }

    private static GateDecision unasked(
            ClaimQuestion question, GateFinding.Verdict verdict, String text, String evidence) {
        GateFinding only = new GateFinding("claim.origin", verdict, text, evidence);
        return new GateDecision(question.step(), question.facility(), question.at(), List.of(only), List.of());
    }

    private GateDecision ask(ClaimQuestion question, PracticeRecords records) {
        List<GateFinding> findings =
                rules.stream().flatMap(rule -> rule.findings(question, records)).toList();
        List<String> fixed = rules.stream()
                .filter(rule -> !rule.canBeOverridden(question, records))
                .map(ClaimRule::id)
                .toList();
        return new GateDecision(question.step(), question.facility(), question.at(), findings, fixed);
    }
}
