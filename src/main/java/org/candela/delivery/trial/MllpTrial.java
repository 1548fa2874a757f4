package org.candela.delivery.trial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.delivery.Answer;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.Door;
import org.candela.delivery.hl7.MappingBook;
import org.candela.delivery.hl7.MllpClient;
import org.candela.delivery.hl7.MllpException;
import org.candela.delivery.hl7.MllpPeer;
import org.candela.delivery.hl7.Ping;
import org.candela.facility.Facility;
import org.candela.facility.trial.TrialException;

/** Tries an HL7 channel: connection, TLS, and a ping where one is asked for. Blocks. */
final class MllpTrial {
    private static final String CONNECT =
            "Check network and VPN, then host and port (candela delivery channels); else call the facility.";
    private static final String SECURE = "See whether the port speaks TLS (mllps://) and whom you trust there (facility"
            + " add --pin, or the channel's anchor); ask the facility before you trust another certificate.";
    private static final String SILENT =
            "Somebody takes connections there and reads no HL7: ask the facility for the port of its results.";

    private final Door<MllpPeer.Tls> security;
    private final MappingBook mappings;
    private final Clock clock;
    private final MllpClient client;

    MllpTrial(Door<MllpPeer.Tls> security, MappingBook mappings, Clock clock, Duration limit) {
        this.security = security;
        this.mappings = mappings;
        this.clock = clock;
        this.client = new MllpClient(limit.dividedBy(2));
    }

    String run(Facility facility, DeliveryChannel channel, Asking asking) throws CandelaException {
        MllpPeer peer = MllpPeer.of(facility, channel, security);
        String connection = peer.tls().isPresent() ? "takes connections over TLS" : "takes connections";
        String told = connection + knock(peer).map(this::daysLeft).orElse("");
        return asking == Asking.PING ? told + "; " + ping(facility, peer) : told + "; no message was sent";
    }

    private Optional<Instant> knock(MllpPeer peer) throws TrialException {
        try {
            return client.knock(peer);
        } catch (MllpException e) {
            throw new TrialException(e, e.kind() == MllpException.Kind.NOT_SECURE ? SECURE : CONNECT);
        }
    }

    private String daysLeft(Instant ends) {
        return ", its certificate valid "
                + Duration.between(clock.instant(), ends).toDays() + " days more";
    }

    private String ping(Facility facility, MllpPeer peer) throws CandelaException {
        Answer answer = client.send(peer, Ping.of(mappings.of(facility.id()).mapping(), facility, clock.instant()));
        return switch (answer.kind()) {
            case ACCEPTED -> "accepts a ping";
            case ERROR, REJECTED -> "reads a ping and does not take it, which is well: " + answer.words();
            case NONE, UNSENT -> throw new TrialException("trial.no-answer", answer.words(), SILENT);
        };
    }
}
