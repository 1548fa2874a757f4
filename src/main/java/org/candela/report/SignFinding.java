package org.candela.report;

import java.util.Objects;

/**
 * Something a check found in a draft. Where exactly it stands is no part of what it is: text typed before it does not take
 * back what the reader confirmed, so equal findings may differ in their span.
 *
 * @param ruleId stable, dotted, lower case: {@code sign.section-missing}
 * @param fieldId the field to look at; empty when the finding is about the whole report
 * @param span what to look at in the field's text; {@link TextSpan#NONE} for the whole field
 * @param message for the reader, in English: what is wrong and what to do; may quote the report, so it is never logged
 */
// [impl->req~report.sign-evidence~1]
public record SignFinding(String ruleId, Severity severity, String fieldId, TextSpan span, String message) {
    /** A finding about a field as a whole. */
    public SignFinding(String ruleId, Severity severity, String fieldId, String message) {
        this(ruleId, severity, fieldId, TextSpan.NONE, message);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignFinding finding
                && ruleId.equals(finding.ruleId)
                && severity == finding.severity
                && fieldId.equals(finding.fieldId)
                && message.equals(finding.message);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ruleId, severity, fieldId, message);
    }

    /** What a finding means for the signature. */
    public enum Severity {
        /** The report cannot be signed. */
        BLOCK,
        /** The report can be signed once the reader has confirmed the finding. */
        WARN
    }
}
