package org.candela.net.web;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.candela.net.web.WebException.Kind;

/**
 * Whom TLS trusts and as whom it speaks (PS3.15 B.12).
 *
 * <p>Without pins a server needs a certificate for its name from an authority the platform trusts. With pins it needs one of
 * those very certificates, and neither name nor authority counts: this is how a facility with a certificate of its own
 * making is trusted, and nobody else in its place.
 */
// [impl->req~net.web.tls~1]
public final class WebTls {
    private static final KeyManager[] NOBODY = {};

    private final Set<String> pins;
    private final KeyManager[] identity;

    private WebTls(Set<String> pins, KeyManager[] identity) {
        this.pins = pins;
        this.identity = identity;
    }

    /** What the platform trusts, and no certificate of our own. */
    public static WebTls standard() {
        return new WebTls(Set.of(), NOBODY);
    }

    /**
     * The same, trusting these servers only.
     *
     * @param fingerprints SHA-256 of their certificates, or of the public keys in them, hexadecimal, colons allowed
     */
    public WebTls pinning(Set<String> fingerprints) {
        Set<String> plain = fingerprints.stream()
                .map(text -> text.replace(":", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        if (plain.stream().anyMatch(text -> !text.matches("[0-9a-f]{64}"))) {
            throw new IllegalArgumentException("a fingerprint is a SHA-256 of 64 hexadecimal digits");
        }
        return new WebTls(plain, identity);
    }

    /** The same, showing the certificate in {@code keys} to servers that ask for one. */
    public WebTls as(KeyStore keys, char[] password) throws WebException {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, password);
            return new WebTls(pins, factory.getKeyManagers());
        } catch (GeneralSecurityException e) {
            throw WebException.of(Kind.SIGN_IN, "key store", "no key of ours can be had", e);
        }
    }

    /** The context for {@link java.net.http.HttpClient.Builder#sslContext}. */
    public SSLContext context(Clock clock) throws WebException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManager[] trust = {new PinnedTrust(pins, clock)};
            context.init(identity, pins.isEmpty() ? null : trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw WebException.of(Kind.NOT_TRUSTED, "TLS", "cannot be set up", e);
        }
    }
}
