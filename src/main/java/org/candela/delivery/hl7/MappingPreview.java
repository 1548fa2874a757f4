package org.candela.delivery.hl7;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.delivery.Consignment;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.SampleReport;
import org.candela.facility.Facility;
import org.candela.report.SignatureMeaning;

/** What a mapping makes of an invented report, to be looked at before a real one goes that way. */
// [impl->req~delivery.mapping-preview~1]
public final class MappingPreview {
    private static final String CONTROL_ID = "CPREVIEW000000000001";

    private MappingPreview() {}

    /** The segments of the message, one a line; a PDF in it stands for the real one. */
    public static List<String> of(OruMapping mapping, Facility facility, SignatureMeaning meaning)
            throws CandelaException {
        DeliveryChannel channel = new DeliveryChannel(
                facility.id(), "preview", Way.HL7, "mllp://127.0.0.1:2575", Need.OPTIONAL, Map.of());
        Consignment consignment = new Consignment(
                new Consignment.Ticket(facility, channel, CONTROL_ID),
                SampleReport.of(facility.id(), meaning),
                List.of());
        return of(mapping, consignment);
    }

    /** The segments of the message that would carry the version. */
    public static List<String> of(OruMapping mapping, Consignment consignment) throws CandelaException {
        byte[] message = Hl7Carrier.message(
                mapping, consignment, report -> "%PDF-1.7 preview".getBytes(StandardCharsets.US_ASCII));
        return mapping.header().charset().decode(message).lines().toList();
    }
}
