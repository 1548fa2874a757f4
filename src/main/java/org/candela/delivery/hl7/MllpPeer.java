package org.candela.delivery.hl7;

import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.candela.facility.MllpEndpoint;
import org.candela.net.tls.TlsTrust;

/**
 * Who is connected to.
 *
 * @param tls whom it must prove to be; empty for a plain connection
 */
public record MllpPeer(String host, int port, Optional<Tls> tls) {
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
