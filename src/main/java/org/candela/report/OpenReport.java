package org.candela.report;

import java.util.List;
import org.candela.report.template.Template;

/**
 * A report as it is taken up.
 *
 * @param versions the signed versions so far, oldest first
 */
public record OpenReport(ReportDraft draft, Template template, List<SignedReport> versions) {
    public OpenReport {
        versions = List.copyOf(versions);
    }

    /** Whether the report is final and can only be read. */
    public boolean isFinal() {
        return versions.stream().anyMatch(version -> version.meaning() == SignatureMeaning.FINAL);
    }
}
