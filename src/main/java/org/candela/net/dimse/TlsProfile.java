package org.candela.net.dimse;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS as BCP 195 and PS3.15 B.12 want it: versions 1.2 and 1.3, forward secrecy and authenticated encryption only.
 *
 * <p>With pins a peer is trusted by the SHA-256 of its certificate or public key, whatever its host name; without, by
 * the authorities of the context and its host name.
 */
// [impl->req~net.dimse.tls~1]
public final class TlsProfile {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

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
        List<String> plain = pins.stream()
                .map(pin -> pin.replace(":", "").toLowerCase(Locale.ROOT))
                .toList();
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManager[] trust = plain.isEmpty() ? null : new TrustManager[] {new Pins(plain)};
        context.init(own, trust, null);
        return new TlsProfile(context, plain.isEmpty());
    }

    Socket secured(Socket plain, DimseEndpoint endpoint) throws IOException {
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, endpoint.host(), endpoint.port(), true);
        SSLParameters parameters = parameters(socket);
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
        SSLParameters parameters = parameters(socket);
        parameters.setNeedClientAuth(!checksHostName);
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static SSLParameters parameters(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        parameters.setCipherSuites(Arrays.stream(socket.getSupportedCipherSuites())
                .filter(suite -> suite.startsWith("TLS_AES")
                        || suite.startsWith("TLS_CHACHA")
                        || (suite.startsWith("TLS_ECDHE") && (suite.contains("_GCM_") || suite.contains("CHACHA"))))
                .toArray(String[]::new));
        return parameters;
    }

    private static final class Pins extends X509ExtendedTrustManager {
        private final List<String> pins;

        Pins(List<String> pins) {
            this.pins = pins;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            X509Certificate own = chain[0];
            String certificate = sha256(own.getEncoded());
            if (!pins.contains(certificate)
                    && !pins.contains(sha256(own.getPublicKey().getEncoded()))) {
                throw new CertificateException("the certificate is not the pinned one; its SHA-256 is " + certificate);
            }
            own.checkValidity();
        }

        private static String sha256(byte[] bytes) throws CertificateException {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (GeneralSecurityException e) {
                throw new CertificateException("no SHA-256", e);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
