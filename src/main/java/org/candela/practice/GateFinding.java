package org.candela.practice;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a rule of the gate says of one study, and from what.
 *
 * @param ruleId stable, as {@code claim.licence}
 * @param text one sentence for the reader
 * @param evidence the records or facts that it was decided from, in words; no patient data
 */
public record GateFinding(String ruleId, Verdict verdict, String text, String evidence) {

    /** The sentence, and in brackets what it was decided from. */
    public String withEvidence() {
        return text + " (" + evidence + ")";
    }

    /** Ids of the rules that block. */
    static Set<String> blocking(List<GateFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.BLOCK)
                .map(GateFinding::ruleId)
                .collect(Collectors.toSet());
    }

    /** How much it matters. */
    public enum Verdict {
        MET,
        /** The study may be read; the reader should know. */
        WARN,
        /** The study may not be read. */
        BLOCK
    }
}
