package org.candela.delivery.hl7;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.delivery.Consignment;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.facility.Facility;
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

/** What a mapping makes of an invented report, to be looked at before a real one goes that way. */
// [impl->req~delivery.mapping-preview~1]
public final class MappingPreview {
    private static final Instant SIGNED_AT = Instant.parse("2026-11-24T01:30:12Z");
    private static final String CONTROL_ID = "CPREVIEW000000000001";

    private MappingPreview() {}

    /** The segments of the message, one a line; a PDF in it stands for the real one. */
    public static List<String> of(OruMapping mapping, Facility facility, SignatureMeaning meaning)
            throws CandelaException {
        DeliveryChannel channel = new DeliveryChannel(
                facility.id(), "preview", Way.HL7, "mllp://127.0.0.1:2575", Need.OPTIONAL, Map.of());
        Consignment consignment = new Consignment(
                new Consignment.Ticket(facility, channel, CONTROL_ID), report(facility.id(), meaning), List.of());
        byte[] message = Hl7Carrier.message(
                mapping, consignment, report -> "%PDF-1.7 preview".getBytes(StandardCharsets.US_ASCII));
        return mapping.header().charset().decode(message).lines().toList();
    }

    private static SignedReport report(FacilityId facility, SignatureMeaning meaning) {
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
