package org.candela.report;

/**
 * Something a check found in a draft.
 *
 * @param ruleId stable, dotted, lower case: {@code sign.section-missing}
 * @param fieldId the field to look at; empty when the finding is about the whole report
 * @param message for the reader, in English; may quote the report, so it is never logged
 */
public record SignFinding(String ruleId, Severity severity, String fieldId, String message) {
    /** What a finding means for the signature. */
    public enum Severity {
        /** The report cannot be signed. */
        BLOCK,
        /** The report can be signed once the reader has confirmed the finding. */
        WARN
    }
}
