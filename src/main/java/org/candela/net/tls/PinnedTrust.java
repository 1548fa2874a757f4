package org.candela.net.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts a peer whose certificate or key is one of a few known ones and is valid today; no authority counts. */
// [impl->req~net.tls.pins~1]
final class PinnedTrust extends X509ExtendedTrustManager {
    private final Set<String> pins;
    private final Clock clock;

    PinnedTrust(Set<String> pins, Clock clock) {
        this.pins = pins;
        this.clock = clock;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("no certificate");
        }
        X509Certificate own = chain[0];
        String fingerprint = TlsTrust.fingerprint(own);
        boolean isPinned = pins.contains(fingerprint)
                || pins.contains(TlsTrust.sha256(own.getPublicKey().getEncoded()));
        if (!isPinned) {
            throw new CertificateException("the certificate with SHA-256 " + fingerprint + " is not pinned");
        }
        own.checkValidity(Date.from(clock.instant()));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
