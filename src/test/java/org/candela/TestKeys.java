package org.candela;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.candela.net.tls.TlsTrust;

/** A key and a certificate for it that only it vouches for, made by keytool; valid 30 days, as PKCS#12 and PEM. */
public final class TestKeys {
    /** Of the file and the key in it. */
    public static final String PASSWORD = "changeit";

    private final Path file;
    private final String name;
    private final KeyStore keys;

    private TestKeys(Path file, String name, KeyStore keys) {
        this.file = file;
        this.name = name;
        this.keys = keys;
    }

    /** Made in {@code folder} for the host or person {@code name}, which stands in the certificate as CN. */
    public static TestKeys make(Path folder, String name) throws Exception {
        return make(folder, name, "EC");
    }

    /** The same by another algorithm. */
    public static TestKeys make(Path folder, String name, String algorithm) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-keyalg",
                        algorithm,
                        "-validity",
                        "30",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        assertTrue(keytool.waitFor(30, TimeUnit.SECONDS), "keytool ends");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        return new TestKeys(file, name, keys);
    }

    /** The PKCS#12 file. */
    public Path file() {
        return file;
    }

    public KeyStore keys() {
        return keys;
    }

    public X509Certificate certificate() throws Exception {
        return (X509Certificate) keys.getCertificate(name);
    }

    /** Fingerprint of the certificate. */
    public String pin() throws Exception {
        return TlsTrust.fingerprint(certificate());
    }

    /** A server's context that shows this certificate and takes any of a client. */
    public SSLContext server() throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), new TrustManager[] {new TrustingAll()}, null);
        return context;
    }

    /** The key in a PEM file of its own. */
    public Path keyPem() throws Exception {
        return pem(".key", privateKey());
    }

    /** The certificate in a PEM file of its own. */
    public Path certificatePem() throws Exception {
        return pem(".crt", block("CERTIFICATE", certificate().getEncoded()));
    }

    /** Key and certificate in one PEM file. */
    public Path bothPem() throws Exception {
        return pem(".pem", privateKey() + block("CERTIFICATE", certificate().getEncoded()));
    }

    private String privateKey() throws Exception {
        return block("PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded());
    }

    private Path pem(String suffix, String text) throws Exception {
        return Files.writeString(file.resolveSibling(name + suffix), text);
    }

    private static String block(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind + "-----\n";
    }
}
