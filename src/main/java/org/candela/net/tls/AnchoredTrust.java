package org.candela.net.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts a peer that two kinds of trust both trust. */
final class AnchoredTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager anchors;
    private final X509ExtendedTrustManager pins;

    AnchoredTrust(X509ExtendedTrustManager anchors, X509ExtendedTrustManager pins) {
        this.anchors = anchors;
        this.pins = pins;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        pins.checkServerTrusted(chain, authType);
        anchors.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        pins.checkServerTrusted(chain, authType, socket);
        anchors.checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        pins.checkServerTrusted(chain, authType, engine);
        anchors.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        pins.checkClientTrusted(chain, authType);
        anchors.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        pins.checkClientTrusted(chain, authType, socket);
        anchors.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        pins.checkClientTrusted(chain, authType, engine);
        anchors.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return anchors.getAcceptedIssuers();
    }
}
