package org.candela.delivery.hl7;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.delivery.Consignment;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.facility.Facility;
import org.candela.facility.MllpEndpoint;
import org.candela.report.ReportSamples;
import org.candela.report.SignedReport;

/** Messages of the samples' report, for tests. */
final class HlSamples {
    static final String CONTROL_ID = "C0123456789ABCDEF012";
    static final Facility CLINIC = Facility.of(
                    ReportSamples.CLINIC, "County Clinic", URI.create("https://pacs.example/dicom-web"))
            .withMllp(new MllpEndpoint("hl7.example", 2575, "RIS", "FAC_TX"));

    private HlSamples() {}

    static Consignment consignment(SignedReport report) {
        return consignment(report, CLINIC);
    }

    static Consignment consignment(SignedReport report, Facility facility) {
        DeliveryChannel channel =
                new DeliveryChannel(facility.id(), "hl7", Way.HL7, "mllp://hl7.example:2575", Need.REQUIRED, Map.of());
        return new Consignment(new Consignment.Ticket(facility, channel, CONTROL_ID), report, List.of());
    }

    /** The message that a mapping's text makes of the report, read in its character set. */
    static String message(String mapping, SignedReport report) throws CandelaException {
        return message(mapping, consignment(report));
    }

    static String message(String mapping, Consignment consignment) throws CandelaException {
        OruMapping read = OruMappingReader.read(mapping);
        byte[] bytes = Hl7Carrier.message(
                read, consignment, report -> "%PDF-1.4 of a test".getBytes(StandardCharsets.US_ASCII));
        return read.header().charset().decode(bytes);
    }

    /** Field by its HL7 number; in MSH the separator itself counts as field 1. */
    static String field(String segment, int number) {
        String[] fields = segment.split("\\|", -1);
        int index = segment.startsWith("MSH") ? number - 1 : number;
        return index < fields.length ? fields[index] : "";
    }

    static List<String> segments(String message) {
        return List.of(message.split("\r"));
    }

    /** The first segment of this name. */
    static String segment(String message, String name) {
        return segments(message).stream()
                .filter(one -> one.startsWith(name + "|"))
                .findFirst()
                .orElse("");
    }
}
