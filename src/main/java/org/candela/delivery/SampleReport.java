package org.candela.delivery;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.report.Amendment;
import org.candela.report.Lineage;
import org.candela.report.ReportId;
import org.candela.report.ReportSection;
import org.candela.report.ReportedOrder;
import org.candela.report.ReportedPatient;
import org.candela.report.ReportedPriors;
import org.candela.report.ReportedStudy;
import org.candela.report.Signature;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.Signer;

/** An invented report of nobody, to look at what becomes of reports; it is never sent. */
public final class SampleReport {
    private static final Instant SIGNED_AT = Instant.parse("2026-11-24T01:30:12Z");

    private SampleReport() {}

    /** The report, of a study of this facility. */
    public static SignedReport of(FacilityId facility, SignatureMeaning meaning) {
        Amendment amendment = meaning.isAmendment()
                ? new Amendment("The left side, not the right, is meant.", "Told to the ward by telephone at 01:25.")
                : Amendment.NONE;
        return new SignedReport(
                new ReportId("00000000-0000-4000-8000-000000000000"),
                1,
                study(facility),
                sections(meaning),
                new Signature(new Signer("1999", "DOE", "JOHN"), meaning, SIGNED_AT),
                new Lineage(2, "", amendment),
                "0".repeat(64));
    }

    private static ReportedStudy study(FacilityId facility) {
        return new ReportedStudy(
                facility,
                new Uid("2.25.1"),
                new ReportedPatient("DOE^JANE", "MRN123", "FAC", "19700101", "F"),
                new ReportedOrder(
                        "AC99",
                        "PL55",
                        "71046",
                        "ORDER^DR",
                        new ReportedOrder.Examination("CR", "XR CHEST 2V", LocalDateTime.of(2026, 11, 24, 1, 5)),
                        ReadingPriority.STAT),
                ReportedPriors.NONE);
    }

    private static List<ReportSection> sections(SignatureMeaning meaning) {
        ReportSection findings =
                new ReportSection("Findings", "Lungs clear.\nNo effusion & no pneumothorax.\nNodule < 5 mm | left.");
        ReportSection impression = new ReportSection("Impression", "No acute disease.");
        return meaning == SignatureMeaning.ADDENDUM
                ? List.of(findings, impression, new ReportSection(SignedReport.ADDENDUM, "A prior came: unchanged."))
                : List.of(findings, impression);
    }
}
