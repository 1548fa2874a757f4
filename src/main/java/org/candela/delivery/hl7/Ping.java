package org.candela.delivery.hl7;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.Facility;
import org.candela.facility.MllpEndpoint;

/**
 * A message without patient or report: an unsolicited clock reading (NMD^N02, HL7 v2.5.1 §14.3.2) for training use. Any
 * answer to it, a refusal too, shows that a program of the facility reads what is sent.
 */
public final class Ping {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private Ping() {}

    /** The message, with the parties, the version and the letters of the mapping and an id of its own. */
    public static Envelope of(OruMapping mapping, Facility facility, Instant now) throws CandelaException {
        OruMapping.Header header = mapping.header();
        String id = "PING" + Uid.random().value().replaceAll("\\D", "").substring(5, 20);
        String time = TIME.withZone(ZoneId.of(header.zone().getId())).format(now);
        SegmentText msh = new SegmentText("MSH").put(new FieldPosition("MSH", 2, 0, 0), "^~\\&");
        msh.set(3, told(header.sender().application(), "CANDELA"))
                .set(4, header.sender().facility())
                .set(5, told(header.receiver().application(), application(facility)))
                .set(6, told(header.receiver().facility(), receiver(facility)))
                .set(7, time)
                .set(9, 1, "NMD")
                .set(9, 2, "N02")
                .set(10, id)
                .set(11, "T")
                .set(12, mapping.version().text())
                .set(18, header.charset().code());
        String text = msh.encode() + "\r" + new SegmentText("NCK").set(1, time).encode() + "\r";
        return Envelope.of(id, header.charset().encode(text));
    }

    private static String told(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static String application(Facility facility) {
        return facility.mllp().map(MllpEndpoint::receivingApplication).orElse("RIS");
    }

    private static String receiver(Facility facility) {
        return facility.mllp()
                .map(MllpEndpoint::receivingFacility)
                .orElse(facility.id().value());
    }
}
