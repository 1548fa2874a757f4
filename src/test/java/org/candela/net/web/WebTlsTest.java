package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSession;
import org.candela.TestKeys;
import org.candela.TestWeb;
import org.candela.base.Cancellation;
import org.candela.net.tls.TlsTrust;
import org.candela.net.web.WebException.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~net.web.tls~1]
class WebTlsTest {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    static Path folder;

    private static TestKeys server;
    private static TestKeys station;

    @BeforeAll
    static void makeKeys() throws Exception {
        server = TestKeys.make(folder, "server");
        station = TestKeys.make(folder, "station");
    }

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
    }

    private static TestWeb serve(TestWeb.Script script) throws Exception {
        return TestWeb.serving(server.server(), script);
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
            TlsTrust pinned = TlsTrust.standard().pinning(Set.of(server.pin().toUpperCase(Locale.ROOT)));
            assertEquals("answered", pulse(web.uri(), pinned, CLOCK));

            byte[] key = server.certificate().getPublicKey().getEncoded();
            String keyPin = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key));
            assertEquals("answered", pulse(web.uri(), TlsTrust.standard().pinning(Set.of(keyPin)), CLOCK));

            TlsTrust other = TlsTrust.standard().pinning(Set.of(station.pin()));
            WebException failure = assertThrows(WebException.class, () -> pulse(web.uri(), other, CLOCK));
            assertEquals(Kind.NOT_TRUSTED, failure.kind());
            assertTrue(String.valueOf(failure.getMessage()).contains(server.pin()), failure.getMessage());
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
            TlsTrust pinned = TlsTrust.standard().pinning(Set.of(server.pin()));
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
            TlsTrust known = TlsTrust.standard().pinning(Set.of(server.pin()));
            HttpClient http = WebTransport.client(
                    known.as(station.keys(), TestKeys.PASSWORD.toCharArray()),
                    HttpClient.Builder.NO_PROXY,
                    THREADS,
                    CLOCK);
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
}
