package org.candela.report.check;

import java.util.List;
import org.candela.report.SignFinding;
import org.candela.report.TextSpan;

/** One thing that is checked before a signature. Pure: no time, no store. */
interface SignRule {
    /** Stable id, also the requirement it covers. */
    String id();

    /** What is wrong, in the order of the report; empty when nothing is. */
    List<SignFinding> check(CheckedText text);

    /** A finding of this rule that no confirmation settles. */
    default SignFinding block(String fieldId, String message) {
        return new SignFinding(id(), SignFinding.Severity.BLOCK, fieldId, message);
    }

    /** A finding of this rule that the reader may confirm. */
    default SignFinding warn(String fieldId, String message) {
        return new SignFinding(id(), SignFinding.Severity.WARN, fieldId, message);
    }

    /** A finding at some words that the reader may confirm. */
    default SignFinding warn(Sentence sentence, TextSpan span, String message) {
        return new SignFinding(id(), SignFinding.Severity.WARN, sentence.fieldId(), span, message);
    }
}
