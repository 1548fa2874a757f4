package org.candela.delivery.hl7;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.candela.base.CandelaException;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.Door;
import org.candela.facility.Facility;
import org.candela.facility.MllpEndpoint;
import org.candela.net.tls.TlsTrust;

/**
 * Who is connected to.
 *
 * @param tls whom it must prove to be; empty for a plain connection
 */
public record MllpPeer(String host, int port, Optional<Tls> tls) {
    private static final String SECURE = "mllps";

    /**
     * An encrypted connection.
     *
     * @param checksHostName whether the certificate must be one for the host's name
     */
    public record Tls(SSLContext context, boolean checksHostName) {}

    /** A plain connection to the endpoint. */
    public static MllpPeer of(MllpEndpoint endpoint) {
        return new MllpPeer(endpoint.host(), endpoint.port(), Optional.empty());
    }

    /**
     * Where a channel leads.
     *
     * @param security asked for a channel whose address is {@code mllps}
     */
    public static MllpPeer of(Facility facility, DeliveryChannel channel, Door<Tls> security) throws CandelaException {
        URI address = channel.uri();
        Optional<Tls> tls =
                SECURE.equals(address.getScheme()) ? Optional.of(security.open(facility, channel)) : Optional.empty();
        return new MllpPeer(address.getHost().replaceAll("^\\[|]$", ""), address.getPort(), tls);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }

    SSLEngine engine(Tls over) {
        SSLEngine engine = over.context().createSSLEngine(host, port);
        engine.setUseClientMode(true);
        SSLParameters parameters = TlsTrust.parameters(over.context());
        if (over.checksHostName()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        engine.setSSLParameters(parameters);
        return engine;
    }
}
