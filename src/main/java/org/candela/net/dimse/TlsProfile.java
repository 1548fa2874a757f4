package org.candela.net.dimse;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.candela.net.tls.TlsTrust;

/**
 * TLS as BCP 195 and PS3.15 B.12 want it: versions 1.2 and 1.3, forward secrecy and authenticated encryption only.
 *
 * <p>With pins a peer is trusted by the SHA-256 of its certificate or public key, whatever its host name; without, by
 * the authorities of the context and its host name.
 */
// [impl->req~net.dimse.tls~1]
public final class TlsProfile {
    private final SSLContext context;
    private final boolean checksHostName;

    private TlsProfile(SSLContext context, boolean checksHostName) {
        this.context = context;
        this.checksHostName = checksHostName;
    }

    /** Trusts as {@code context} does, and checks host names. */
    public static TlsProfile of(SSLContext context) {
        return new TlsProfile(context, true);
    }

    /**
     * Trusts these only.
     *
     * @param pins SHA-256 in hexadecimal, colons allowed; empty to trust what the system does
     * @param own our key for mutual TLS; none to show no certificate
     */
    public static TlsProfile pinned(List<String> pins, KeyManager... own) throws GeneralSecurityException {
        return of(TlsTrust.standard().pinning(pins).as(own), Clock.systemUTC());
    }

    /** Trusts as {@code trust} does; {@code clock} judges whether a pinned certificate is valid. */
    public static TlsProfile of(TlsTrust trust, Clock clock) throws GeneralSecurityException {
        return new TlsProfile(trust.context(clock), !trust.isPinned());
    }

    Socket secured(Socket plain, DimseEndpoint endpoint) throws IOException {
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, endpoint.host(), endpoint.port(), true);
        SSLParameters parameters = TlsTrust.parameters(context);
        if (checksHostName) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        socket.setSoTimeout((int) endpoint.timeout().toMillis());
        socket.startHandshake();
        return socket;
    }

    /** Of a peer that connected; one that shows no certificate of ours is refused when {@code own} trust is pinned. */
    Socket accepted(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true);
        socket.setUseClientMode(false);
        SSLParameters parameters = TlsTrust.parameters(context);
        parameters.setNeedClientAuth(!checksHostName);
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
