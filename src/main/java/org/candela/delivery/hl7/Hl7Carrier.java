package org.candela.delivery.hl7;

import java.net.URI;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.delivery.Answer;
import org.candela.delivery.Carrier;
import org.candela.delivery.Consignment;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.Parcel;
import org.candela.facility.Facility;
import org.candela.report.SignedReport;

/** Reports as HL7 v2 messages over MLLP. */
public final class Hl7Carrier implements Carrier {
    /** What its parcels are. */
    public static final String MEDIA_TYPE = "x-application/hl7-v2+er7";

    private static final String SECURE = "mllps";

    private final MappingBook mappings;
    private final MllpClient client;
    private final Security security;
    private final Documents documents;

    /** @param documents what messages carry beside the text */
    public Hl7Carrier(MappingBook mappings, MllpClient client, Security security, Documents documents) {
        this.mappings = mappings;
        this.client = client;
        this.security = security;
        this.documents = documents;
    }

    /** Whom an encrypted connection of a facility trusts, and as whom it speaks. */
    @FunctionalInterface
    public interface Security {
        /** @throws CandelaException saying what to do, when a certificate or its password is not here */
        MllpPeer.Tls of(Facility facility, DeliveryChannel channel) throws CandelaException;
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
        return mapping.header().charset().encode(text);
    }

    @Override
    public Answer send(Consignment.Ticket ticket, Parcel parcel) {
        URI address = ticket.channel().uri();
        try {
            Optional<MllpPeer.Tls> tls = SECURE.equals(address.getScheme())
                    ? Optional.of(security.of(ticket.facility(), ticket.channel()))
                    : Optional.empty();
            String host = address.getHost().replaceAll("^\\[|]$", "");
            return client.send(
                    new MllpPeer(host, address.getPort(), tls), Envelope.of(ticket.controlId(), parcel.bytes()));
        } catch (CandelaException e) {
            return Answer.of(Answer.Kind.UNSENT, String.valueOf(e.getMessage()));
        }
    }
}
