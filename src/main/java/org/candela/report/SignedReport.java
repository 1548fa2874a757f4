package org.candela.report;

import java.util.List;

/**
 * One signed version of a report: kept for ever, never changed.
 *
 * @param version 1 for the first signature, then counting up
 * @param sha256 {@link ReportHash} of everything else, 64 lower-case hex digits
 */
// [impl->req~report.immutable~1]
public record SignedReport(
        ReportId id,
        int version,
        ReportedStudy study,
        List<ReportSection> sections,
        Signature signature,
        String sha256) {
    public SignedReport {
        sections = List.copyOf(sections);
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1: " + version);
        }
    }

    static SignedReport seal(
            ReportId id, int version, ReportedStudy study, List<ReportSection> sections, Signature by) {
        SignedReport unsealed = new SignedReport(id, version, study, sections, by, "");
        return new SignedReport(id, version, study, sections, by, ReportHash.of(unsealed));
    }

    /** Whether the content is still what was signed. */
    public boolean isIntact() {
        return sha256.equals(ReportHash.of(this));
    }

    /** Preliminary or final. */
    public SignatureMeaning meaning() {
        return signature.meaning();
    }
}
