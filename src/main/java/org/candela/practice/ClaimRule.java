package org.candela.practice;

import java.util.stream.Stream;

/** One rule that is asked before a study is claimed, and again before it is signed. Pure. */
interface ClaimRule {
    /** Stable id, as {@code claim.licence}. */
    String id();

    /** What the rule asks for, one sentence. */
    String text();

    /** What it finds; where it asks for nothing in this case, nothing. */
    Stream<GateFinding> findings(ClaimQuestion question, PracticeRecords records);

    /** Whether the reader may go on against it for a typed reason. */
    default boolean canBeOverridden(ClaimQuestion question, PracticeRecords records) {
        return true;
    }

    /** The rule holds. */
    default GateFinding met(String text, String evidence) {
        return new GateFinding(id(), GateFinding.Verdict.MET, text, evidence);
    }

    /** The reader should know. */
    default GateFinding warn(String text, String evidence) {
        return new GateFinding(id(), GateFinding.Verdict.WARN, text, evidence);
    }

    /** The study may not be read. */
    default GateFinding block(String text, String evidence) {
        return new GateFinding(id(), GateFinding.Verdict.BLOCK, text, evidence);
    }
}
