package org.candela.report;

import java.util.List;

/**
 * One signed version of a report: kept for ever, never changed.
 *
 * <p>The sections of an {@link SignatureMeaning#ADDENDUM} are those of the version before it and, last, one headed
 * {@value #ADDENDUM} with what is added. Those of a {@link SignatureMeaning#CORRECTED} version are the corrected text, those
 * of a {@link SignatureMeaning#WITHDRAWN} one the text that is taken back; what changed and who was told is the amendment of
 * the {@code lineage} and in no section.
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
        Lineage lineage,
        String sha256) {
    /** Heading of what was added to a signed report. */
    public static final String ADDENDUM = "Addendum";

    public SignedReport {
        sections = List.copyOf(sections);
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1: " + version);
        }
    }

    /** A first version that names no predecessor. */
    public SignedReport(
            ReportId id,
            int version,
            ReportedStudy study,
            List<ReportSection> sections,
            Signature signature,
            String sha256) {
        this(id, version, study, sections, signature, Lineage.UNNAMED, sha256);
    }

    /** The version with its hash. */
    SignedReport sealed() {
        return new SignedReport(id, version, study, sections, signature, lineage, ReportHash.of(this));
    }

    /** Whether the content is still what was signed. */
    public boolean isIntact() {
        return sha256.equals(ReportHash.of(this));
    }

    /** What the signature says. */
    public SignatureMeaning meaning() {
        return signature.meaning();
    }

    /** What this version changes of the one before it. */
    public Amendment amendment() {
        return lineage.amendment();
    }
}
