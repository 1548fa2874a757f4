package org.candela.net.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom TLS trusts and as whom it speaks (PS3.15 B.12).
 *
 * <p>Without pins a server needs a certificate for its name from an authority the platform trusts. With pins a peer needs
 * one of those very certificates, and neither name nor authority counts: this is how a facility with a certificate of its
 * own making is trusted, and nobody else in its place.
 */
// [impl->req~net.tls.pins~1]
public final class TlsTrust {
    private static final KeyManager[] NOBODY = {};
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final Set<String> pins;
    private final List<X509Certificate> anchors;
    private final KeyManager[] identity;

    private TlsTrust(Set<String> pins, List<X509Certificate> anchors, KeyManager... identity) {
        this.pins = pins;
        this.anchors = anchors;
        this.identity = identity;
    }

    /** What the platform trusts, and no certificate of our own. */
    public static TlsTrust standard() {
        return new TlsTrust(Set.of(), List.of(), NOBODY);
    }

    /**
     * The same, trusting these peers only; none to trust what the platform does.
     *
     * @param fingerprints SHA-256 of their certificates, or of the public keys in them, hexadecimal, colons allowed
     * @throws IllegalArgumentException when one is not
     */
    public TlsTrust pinning(Collection<String> fingerprints) {
        Set<String> plain = fingerprints.stream().map(TlsTrust::plain).collect(Collectors.toUnmodifiableSet());
        return new TlsTrust(plain, anchors, identity);
    }

    /**
     * The same, trusting authorities of a facility's own in place of the platform's. With pins, a peer needs both: a
     * certificate from such an authority, and one of the pinned.
     */
    // [impl->req~net.tls.anchors~1]
    public TlsTrust anchoredAt(Collection<X509Certificate> authorities) {
        return new TlsTrust(pins, List.copyOf(authorities), identity);
    }

    /** A fingerprint as it is compared: 64 lower-case hexadecimal digits. */
    public static String plain(String fingerprint) {
        String plain = fingerprint.strip().replace(":", "").toLowerCase(Locale.ROOT);
        if (!plain.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a fingerprint is a SHA-256 of 64 hexadecimal digits");
        }
        return plain;
    }

    /** The same, showing the certificate in {@code keys} to peers that ask for one, or to all as a server. */
    public TlsTrust as(KeyStore keys, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, password);
        return as(factory.getKeyManagers());
    }

    /** The same, showing what these choose. */
    public TlsTrust as(KeyManager... keys) {
        return new TlsTrust(pins, anchors, keys.clone());
    }

    /** Whether only known certificates are trusted, so that host names do not count. */
    public boolean isPinned() {
        return !pins.isEmpty();
    }

    /** The context of this trust; {@code clock} judges whether a pinned certificate is valid. */
    public SSLContext context(Clock clock) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity, trusted(clock), null);
        return context;
    }

    private TrustManager @Nullable [] trusted(Clock clock) throws GeneralSecurityException {
        if (anchors.isEmpty()) {
            return isPinned() ? new TrustManager[] {new PinnedTrust(pins, clock)} : null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchorStore());
        return isPinned()
                ? Arrays.stream(factory.getTrustManagers())
                        .filter(X509ExtendedTrustManager.class::isInstance)
                        .map(manager ->
                                new AnchoredTrust((X509ExtendedTrustManager) manager, new PinnedTrust(pins, clock)))
                        .toArray(TrustManager[]::new)
                : factory.getTrustManagers();
    }

    private KeyStore anchorStore() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < anchors.size(); i++) {
                store.setCertificateEntry("anchor-" + i, anchors.get(i));
            }
            return store;
        } catch (IOException e) {
            throw new IllegalStateException("an empty store is read from nowhere", e);
        }
    }

    /** TLS 1.2 and 1.3 with forward secrecy and authenticated encryption only, as BCP 195 asks (PS3.15 B.12). */
    // [impl->req~net.tls.profile~1]
    // [impl->req~net.tls.statement~1]
    public static SSLParameters parameters(SSLContext context) {
        SSLParameters supported = context.getSupportedSSLParameters();
        String[] suites = Arrays.stream(supported.getCipherSuites())
                .filter(TlsTrust::isStrong)
                .toArray(String[]::new);
        return new SSLParameters(suites, VERSIONS);
    }

    private static boolean isStrong(String suite) {
        boolean isOfTls13 = suite.startsWith("TLS_AES") || suite.startsWith("TLS_CHACHA");
        boolean isAuthenticated = suite.contains("_GCM_") || suite.contains("_CHACHA20_");
        return isOfTls13 || (suite.startsWith("TLS_ECDHE") && isAuthenticated);
    }

    /** SHA-256 of a certificate, as it is pinned. */
    public static String fingerprint(X509Certificate certificate) throws CertificateException {
        return sha256(certificate.getEncoded());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
