package org.candela.report;

import java.util.List;

/**
 * A report whose text may belong to another study: one that was withdrawn as of the wrong patient, or a draft.
 *
 * @param isWithdrawn whether it was signed and taken back; else it is a draft
 * @param sections what it says, in its order
 */
public record CarriedReport(ReportedStudy study, boolean isWithdrawn, List<ReportSection> sections) {
    public CarriedReport {
        sections = List.copyOf(sections);
    }
}
