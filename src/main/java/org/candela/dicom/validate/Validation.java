package org.candela.dicom.validate;

import java.util.List;

/**
 * What was found in a file, in the order of the file.
 *
 * @param findings at most {@value Report#MOST}, and one that says so when there were more
 * @param hasErrors whether one of all was an error, listed or not
 */
public record Validation(List<Finding> findings, boolean hasErrors) {
    public Validation {
        findings = List.copyOf(findings);
    }

    /** How many of those listed are of {@code severity}. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
