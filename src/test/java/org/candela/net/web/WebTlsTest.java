package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import org.candela.base.Cancellation;
import org.candela.net.tls.TlsTrust;
import org.candela.net.web.WebException.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~net.web.tls~1]
class WebTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    static Path folder;

    private static KeyStore server;
    private static KeyStore station;

    @BeforeAll
    static void makeKeys() throws Exception {
        server = keys("server");
        station = keys("station");
    }

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
    }

    private static KeyStore keys(String name) throws Exception {
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
                        "EC",
                        "-validity",
                        "30",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        assertTrue(keytool.waitFor(30, TimeUnit.SECONDS));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            keys.load(stream, PASSWORD);
        }
        return keys;
    }

    private static String pinOf(KeyStore keys, String name) throws Exception {
        return TlsTrust.fingerprint((X509Certificate) keys.getCertificate(name));
    }

    private static TestWeb serve(TestWeb.Script script) throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(server, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), new TrustManager[] {new TrustingAll()}, null);
        return TestWeb.serving(context, script);
    }

    private static String pulse(URI root, TlsTrust tls, Clock clock) throws Exception {
        HttpClient http = WebTransport.client(tls, HttpClient.Builder.NO_PROXY, THREADS, clock);
        WebEndpoint endpoint = WebEndpoint.of(root).within(Duration.ofSeconds(5), Duration.ofSeconds(5));
        new DicomWebClient(endpoint, http).pulse(new Cancellation());
        return "answered";
    }

    @Test
    void aPinnedServerIsTrustedWhateverItsNameAndAnotherIsNot() throws Exception {
        try (TestWeb web = serve((reply, asked, number) -> reply.json("[]"))) {
            TlsTrust pinned =
                    TlsTrust.standard().pinning(Set.of(pinOf(server, "server").toUpperCase(java.util.Locale.ROOT)));
            assertEquals("answered", pulse(web.uri(), pinned, CLOCK));

            byte[] key = server.getCertificate("server").getPublicKey().getEncoded();
            String keyPin = java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(key));
            assertEquals("answered", pulse(web.uri(), TlsTrust.standard().pinning(Set.of(keyPin)), CLOCK));

            TlsTrust other = TlsTrust.standard().pinning(Set.of(pinOf(station, "station")));
            WebException failure = assertThrows(WebException.class, () -> pulse(web.uri(), other, CLOCK));
            assertEquals(Kind.NOT_TRUSTED, failure.kind());
            assertTrue(String.valueOf(failure.getMessage()).contains(pinOf(server, "server")), failure.getMessage());
        }
    }

    @Test
    void aServerNoAuthorityKnowsIsNotTrustedWithoutAPin() throws Exception {
        try (TestWeb web = serve((reply, asked, number) -> reply.json("[]"))) {
            WebException failure = assertThrows(WebException.class, () -> pulse(web.uri(), TlsTrust.standard(), CLOCK));

            assertEquals(Kind.NOT_TRUSTED, failure.kind());
            assertEquals(0, web.asked().size());
        }
    }

    @Test
    void aPinnedCertificateThatIsOutOfDateIsNotTrusted() throws Exception {
        try (TestWeb web = serve((reply, asked, number) -> reply.json("[]"))) {
            TlsTrust pinned = TlsTrust.standard().pinning(Set.of(pinOf(server, "server")));
            Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(31)), ZoneOffset.UTC);

            WebException failure = assertThrows(WebException.class, () -> pulse(web.uri(), pinned, later));

            assertEquals(Kind.NOT_TRUSTED, failure.kind());
        }
    }

    @Test
    void ourCertificateIsShownToAServerThatAsks() throws Exception {
        try (TestWeb web = serve((reply, asked, number) -> {
            SSLSession session = ((com.sun.net.httpserver.HttpsExchange) reply.exchange()).getSSLSession();
            reply.with("X-Peer", session.getPeerPrincipal().getName()).json("[]");
        })) {
            TlsTrust known = TlsTrust.standard().pinning(Set.of(pinOf(server, "server")));
            HttpClient http =
                    WebTransport.client(known.as(station, PASSWORD), HttpClient.Builder.NO_PROXY, THREADS, CLOCK);
            Call call = Call.getJson(URI.create(web.uri() + "/studies"));
            WebCalls calls = new WebCalls(WebEndpoint.of(web.uri()), http);

            String peer = calls.read(call, answer -> answer.header("X-Peer").orElse(""), new Cancellation());

            assertEquals("CN=station", peer);
        }
    }

    @Test
    void aProxyIsUsedWhereOneIsSet() throws Exception {
        try (TestWeb proxy = TestWeb.serving((reply, asked, number) -> reply.json("[]"))) {
            ProxySelector through = ProxySelector.of(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), proxy.uri().getPort()));
            HttpClient http = WebTransport.client(TlsTrust.standard(), through, THREADS, CLOCK);

            new DicomWebClient(WebEndpoint.of(URI.create("http://pacs.invalid/dicom-web")), http)
                    .pulse(new Cancellation());

            assertTrue(proxy.asked().get(0).target().startsWith("http://pacs.invalid/dicom-web/studies?"));
        }
    }

    @Test
    void http2IsSpokenWhereTheServerCan() throws Exception {
        Path program = Path.of("/usr/sbin/nghttpx");
        Assumptions.assumeTrue(Files.isExecutable(program), "nghttpx is not installed (Debian: nghttp2-proxy)");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.json("[]"))) {
            Process proxy = new ProcessBuilder(List.of(
                            program.toString(),
                            "--conf=/dev/null",
                            "--workers=1",
                            "--log-level=ERROR",
                            "--frontend=127.0.0.1," + port,
                            "--backend=127.0.0.1," + web.uri().getPort(),
                            pem("key", server.getKey("server", PASSWORD).getEncoded(), "PRIVATE KEY"),
                            pem("crt", server.getCertificate("server").getEncoded(), "CERTIFICATE")))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nghttpx.log").toFile())
                    .start();
            try {
                assertEquals(
                        HttpClient.Version.HTTP_2, versionAt(URI.create("https://127.0.0.1:" + port + "/dicom-web")));
            } finally {
                proxy.destroyForcibly();
            }
        }
    }

    private static String pem(String name, byte[] der, String kind) throws Exception {
        String text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind + "-----\n";
        return Files.writeString(folder.resolve("server." + name), text).toString();
    }

    private static HttpClient.Version versionAt(URI root) throws Exception {
        TlsTrust pinned = TlsTrust.standard().pinning(Set.of(pinOf(server, "server")));
        HttpClient http = WebTransport.client(pinned, HttpClient.Builder.NO_PROXY, THREADS, CLOCK);
        WebEndpoint endpoint =
                WebEndpoint.of(root).retrying(new RetryPolicy(40, Duration.ofMillis(100), Duration.ofMillis(100)));
        return new WebCalls(endpoint, http)
                .read(Call.getJson(URI.create(root + "/studies")), Answer::version, new Cancellation());
    }
}
