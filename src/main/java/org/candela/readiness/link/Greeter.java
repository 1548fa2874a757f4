package org.candela.readiness.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.candela.net.tls.TlsTrust;

/** Begins a connection to a service by hand, straight to it, past any proxy, and ends it. Blocks at most twice its patience. */
// [impl->req~readiness.link~1]
public final class Greeter {
    private static final double NANOS = 1e6;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final TlsTrust trust;
    private final Clock clock;
    private final Duration patience;

    public Greeter(TlsTrust trust, Clock clock, Duration patience) {
        this.trust = trust;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Name, TCP, TLS.
     *
     * @throws LinkException {@code link.no-greeting} saying which of them failed
     */
    public Greeting greet(URI service) throws LinkException {
        String step = "its name is not known";
        try {
            long start = System.nanoTime();
            InetAddress address = InetAddress.getByName(service.getHost());
            long named = System.nanoTime();
            step = "nobody listens there";
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port(service)), (int) patience.toMillis());
                long connected = System.nanoTime();
                Greeting plain = new Greeting(
                        address.getHostAddress(),
                        (named - start) / NANOS,
                        (connected - named) / NANOS,
                        0,
                        Optional.empty());
                step = "TLS is refused";
                return isTls(service) ? secure(socket, service, plain) : plain;
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new LinkException(
                    "link.no-greeting", service.getHost() + ": " + step + " (" + e.getMessage() + ")", e);
        }
    }

    private Greeting secure(Socket socket, URI service, Greeting plain) throws IOException, GeneralSecurityException {
        SSLContext context = trust.context(clock);
        long start = System.nanoTime();
        try (SSLSocket tls =
                (SSLSocket) context.getSocketFactory().createSocket(socket, service.getHost(), port(service), true)) {
            SSLParameters parameters = TlsTrust.parameters(context);
            if (!trust.isPinned()) {
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
            }
            tls.setSSLParameters(parameters);
            tls.setSoTimeout((int) patience.toMillis());
            tls.startHandshake();
            double millis = (System.nanoTime() - start) / NANOS;
            return new Greeting(
                    plain.address(),
                    plain.nameMillis(),
                    plain.connectMillis(),
                    millis,
                    ends(tls.getSession().getPeerCertificates()));
        }
    }

    private static Optional<Instant> ends(Certificate... chain) {
        return chain.length > 0 && chain[0] instanceof X509Certificate own
                ? Optional.of(own.getNotAfter().toInstant())
                : Optional.empty();
    }

    private static boolean isTls(URI service) {
        return "https".equals(service.getScheme());
    }

    private static int port(URI service) {
        if (service.getPort() >= 0) {
            return service.getPort();
        }
        return isTls(service) ? HTTPS : HTTP;
    }
}
