package org.candela.report;

import java.util.List;
import java.util.Optional;
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

    /** Whether the report is complete and can only be read or amended. */
    public boolean isFinal() {
        return newest().filter(version -> version.meaning().isComplete()).isPresent();
    }

    /** The version signed last; empty while none is. */
    public Optional<SignedReport> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }
}
