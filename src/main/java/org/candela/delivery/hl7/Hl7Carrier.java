package org.candela.delivery.hl7;

import java.io.ByteArrayOutputStream;
import org.candela.base.CandelaException;
import org.candela.delivery.Answer;
import org.candela.delivery.Carrier;
import org.candela.delivery.Consignment;
import org.candela.delivery.Door;
import org.candela.delivery.Parcel;
import org.candela.report.SignedReport;

/** Reports as HL7 v2 messages over MLLP. */
public final class Hl7Carrier implements Carrier {
    /** What its parcels are. */
    public static final String MEDIA_TYPE = "x-application/hl7-v2+er7";

    private static final int SEGMENT_NAME = 3;

    private final MappingBook mappings;
    private final MllpClient client;
    private final Door<MllpPeer.Tls> security;
    private final Documents documents;

    /**
     * @param security whom an encrypted connection of a facility trusts, and as whom it speaks
     * @param documents what messages carry beside the text
     */
    public Hl7Carrier(MappingBook mappings, MllpClient client, Door<MllpPeer.Tls> security, Documents documents) {
        this.mappings = mappings;
        this.client = client;
        this.security = security;
        this.documents = documents;
    }

    /** Makes documents of reports. */
    @FunctionalInterface
    public interface Documents {
        byte[] pdf(SignedReport report) throws CandelaException;
    }

    @Override
    public Parcel pack(Consignment consignment) throws CandelaException {
        OruMapping mapping = mappings.of(consignment.ticket().facility().id()).mapping();
        return new Parcel(MEDIA_TYPE, message(mapping, consignment, documents));
    }

    /** The message that {@code mapping} makes of the version. */
    public static byte[] message(OruMapping mapping, Consignment consignment, Documents documents)
            throws CandelaException {
        String text = new OruWriter(mapping, consignment, documents).write();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int number = 0;
        for (String segment : text.split("\r")) {
            number++;
            bytes.writeBytes(encoded(mapping.header().charset(), segment, number));
        }
        return bytes.toByteArray();
    }

    /** A refusal names the segment, as a preview numbers them. */
    private static byte[] encoded(MessageCharset charset, String segment, int number) throws CandelaException {
        try {
            return charset.encode(segment + "\r");
        } catch (CandelaException e) {
            String name = segment.substring(0, Math.min(segment.length(), SEGMENT_NAME));
            throw new CandelaException(e.code(), "segment " + number + " (" + name + "): " + e.getMessage(), e);
        }
    }

    @Override
    public Answer send(Consignment.Ticket ticket, Parcel parcel) {
        try {
            MllpPeer peer = MllpPeer.of(ticket.facility(), ticket.channel(), security);
            return client.send(peer, Envelope.of(ticket.controlId(), parcel.bytes()));
        } catch (CandelaException e) {
            return Answer.of(Answer.Kind.UNSENT, String.valueOf(e.getMessage()));
        }
    }
}
