package org.candela.practice;

/**
 * What a rule of the gate says of one study, and from what.
 *
 * @param ruleId stable, as {@code claim.licence}
 * @param text one sentence for the reader
 * @param evidence the records or facts that it was decided from, in words; no patient data
 */
public record GateFinding(String ruleId, Verdict verdict, String text, String evidence) {

    /** How much it matters. */
    public enum Verdict {
        MET,
        /** The study may be read; the reader should know. */
        WARN,
        /** The study may not be read. */
        BLOCK
    }
}
