package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.candela.TestWeb;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.net.web.WebException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebTransportTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ONE_STUDY = "[{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2.3\"]}}]";

    @TempDir
    Path folder;

    private final List<Duration> pauses = new ArrayList<>();

    private WebCalls calls(WebEndpoint endpoint) {
        WebEndpoint retrying = endpoint.retrying(new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(20)));
        return new WebCalls(
                retrying, HTTP, WebProgress.NONE, new Backoff(() -> 1, (time, cancellation) -> pauses.add(time)));
    }

    private List<Attributes> search(WebEndpoint endpoint) throws WebException {
        return new DicomWebClient(calls(endpoint)).searchStudies(QidoQuery.all(), new Cancellation());
    }

    // [utest->req~net.web.retry~1]
    @Test
    void aSearchIsRepeatedAfterGrowingPausesAndAsTheServerAsks() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> {
            switch (number) {
                case 1 -> reply.status(503);
                case 2 -> reply.with("Retry-After", "7").status(429);
                case 3 -> reply.cut(ONE_STUDY.getBytes(StandardCharsets.UTF_8), 10);
                default -> reply.json(ONE_STUDY);
            }
        })) {
            assertEquals(1, search(WebEndpoint.of(web.uri())).size());

            assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(7), Duration.ofSeconds(4)), pauses);
        }
    }

    // [utest->req~net.web.retry~1]
    @Test
    void aServerThatAsksForTooLongAPauseIsLeftAlone() throws Exception {
        try (TestWeb web = TestWeb.serving(
                (reply, asked, number) -> reply.with("Retry-After", "3600").status(503))) {
            WebException failure = assertThrows(WebException.class, () -> search(WebEndpoint.of(web.uri())));

            assertEquals(503, failure.status().orElseThrow());
            assertEquals(1, web.asked().size());
        }
    }

    // [utest->req~net.web.retry~1]
    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 500, 501})
    void aLastingRefusalIsNotAskedAgain(int status) throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.status(status))) {
            assertThrows(WebException.class, () -> search(WebEndpoint.of(web.uri())));

            assertEquals(1, web.asked().size());
        }
    }

    // [utest->req~net.web.retry~1]
    @ParameterizedTest
    @ValueSource(ints = {0, 502, 503})
    void aWorkitemIsNotMadeTwiceWhenTheServerMayHaveMadeIt(int status) throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> {
            if (status == 0) {
                throw new IOException("hung up on purpose");
            }
            reply.status(status);
        })) {
            UpsClient ups = new UpsClient(calls(WebEndpoint.of(web.uri())));

            assertThrows(WebException.class, () -> ups.create(new Uid("1.2.9"), new Attributes(), new Cancellation()));

            assertEquals(List.of(), pauses);
            assertEquals(1, web.asked().size());
        }
    }

    // [utest->req~net.web.retry~1]
    @Test
    void aWorkitemTheServerHadNoTimeForIsMadeLater() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.status(number == 1 ? 429 : 201))) {
            UpsClient ups = new UpsClient(calls(WebEndpoint.of(web.uri())));

            assertTrue(ups.create(new Uid("1.2.9"), new Attributes(), new Cancellation())
                    .isDone());
        }
    }

    // [utest->req~net.web.gzip~1]
    @Test
    void aCompressedAnswerIsRead() throws Exception {
        byte[] compressed = gzip(ONE_STUDY.getBytes(StandardCharsets.UTF_8));
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.with("Content-Encoding", "gzip")
                .with("Content-Type", "application/dicom+json")
                .bytes(200, compressed))) {
            assertEquals(1, search(WebEndpoint.of(web.uri())).size());
            assertEquals("gzip", web.asked().get(0).header("Accept-Encoding"));
        }
    }

    // [utest->req~net.web.gzip~1]
    @Test
    void aCompressionBombIsRefused() throws Exception {
        byte[] text = new byte[40 << 20];
        Arrays.fill(text, (byte) ' ');
        byte[] bomb = gzip(text);
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.with("Content-Encoding", "gzip")
                .with("Content-Type", "application/dicom+json")
                .bytes(200, bomb))) {
            WebException failure = assertThrows(WebException.class, () -> search(WebEndpoint.of(web.uri())));

            assertTrue(Set.of(Kind.BROKEN_RESPONSE, Kind.UNEXPECTED_CONTENT).contains(failure.kind()));
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(target)) {
            stream.write(bytes);
        }
        return target.toByteArray();
    }

    // [utest->req~net.web.json~1]
    @Test
    void xmlAndOtherFormsAreRefusedByName() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.with(
                        "Content-Type", "multipart/related; type=\"application/dicom+xml\"; boundary=x")
                .bytes(200, "--x--".getBytes(StandardCharsets.UTF_8)))) {
            WebException failure = assertThrows(WebException.class, () -> search(WebEndpoint.of(web.uri())));

            assertEquals(Kind.UNEXPECTED_CONTENT, failure.kind());
            assertTrue(String.valueOf(failure.getMessage()).contains("multipart/related"), failure.getMessage());
        }
    }

    @Test
    void nothingFoundIsAnEmptyListHoweverItIsSaid() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> {
            switch (number) {
                case 1 -> reply.status(204);
                case 2 -> reply.status(200);
                default -> reply.json("[]");
            }
        })) {
            for (int i = 0; i < 3; i++) {
                assertEquals(List.of(), search(WebEndpoint.of(web.uri())));
            }
        }
    }

    @Test
    void aRedirectionIsNotFollowed() throws Exception {
        try (TestWeb web = TestWeb.serving(
                (reply, asked, number) -> reply.with("Location", "/elsewhere").status(302))) {
            WebException failure = assertThrows(WebException.class, () -> search(WebEndpoint.of(web.uri())));

            assertEquals(302, failure.status().orElseThrow());
            assertEquals(1, web.asked().size());
        }
    }

    // [utest->req~net.web.bounded-waiting~1]
    @Test
    void aServerThatDripsIsNotWaitedForForEver() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> {
            reply.exchange().sendResponseHeaders(200, 0);
            for (int i = 0; i < 200; i++) {
                reply.exchange().getResponseBody().write(' ');
                reply.exchange().getResponseBody().flush();
                pauseMillis(25);
            }
        })) {
            WebEndpoint endpoint = WebEndpoint.of(web.uri()).within(Duration.ofSeconds(2), Duration.ofMillis(300));
            DicomWebClient client = new DicomWebClient(endpoint, HTTP);

            WebException failure =
                    assertThrows(WebException.class, () -> client.searchStudies(QidoQuery.all(), new Cancellation()));

            assertEquals(Kind.TIMED_OUT, failure.kind());
        }
    }

    private static void pauseMillis(long millis) {
        java.util.concurrent.locks.LockSupport.parkNanos(millis * 1_000_000);
    }

    // [utest->req~net.web.secrets~1]
    @Test
    void aTokenThatFitsNoHeaderIsNotToldInTheFailure() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.status(200))) {
            WebEndpoint endpoint = WebEndpoint.of(web.uri()).as(WebCredentials.bearer(() -> "geheim\r\nX: y"));

            WebException failure = assertThrows(WebException.class, () -> search(endpoint));

            assertEquals(Kind.SIGN_IN, failure.kind());
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertFalse(cause.toString().contains("geheim"), cause.toString());
            }
            assertFalse(endpoint.toString().contains("geheim"));
        }
    }

    @Test
    void credentialsThatGrewOldAreRenewedOnce() throws Exception {
        List<String> tokens = new ArrayList<>(List.of("new", "old"));
        WebCredentials credentials = new WebCredentials() {
            @Override
            public Map<String, String> headers(Cancellation cancellation) {
                return Map.of("Authorization", "Bearer " + tokens.get(tokens.size() - 1));
            }

            @Override
            public boolean renew() {
                return tokens.size() > 1 && tokens.remove("old");
            }
        };
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> {
            if (asked.header("Authorization").equals("Bearer new")) {
                reply.json(ONE_STUDY);
            } else {
                reply.status(401);
            }
        })) {
            assertEquals(1, search(WebEndpoint.of(web.uri()).as(credentials)).size());
            assertEquals(2, web.asked().size());
        }
    }

    // [utest->req~net.web.same-origin~1]
    // [utest->req~net.web.metadata~1]
    @Test
    void bulkDataElsewhereIsFetchedWhereAllowedAndWithoutCredentials() throws Exception {
        byte[] value = {1, 2, 3, 4};
        try (TestWeb other = TestWeb.serving((reply, asked, number) ->
                reply.with("Content-Type", "application/octet-stream").bytes(200, value))) {
            URI foreign = URI.create(other.uri().toString().replace("/dicom-web", "/store/1"));
            try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.json("[{\"7FE00010\":{\"vr\":\"OW\","
                    + "\"BulkDataURI\":\"" + foreign + "\"},\"54000100\":{\"vr\":\"SQ\",\"Value\":[{\"54001010\":"
                    + "{\"vr\":\"OW\",\"BulkDataURI\":\"bulk/2?x=1\"}}]}}]"))) {
                WebEndpoint endpoint = WebEndpoint.of(web.uri()).as(WebCredentials.basic("u", "p"));
                List<Metadata> found = new ArrayList<>();
                new WadoClient(calls(endpoint))
                        .metadata(WebResource.study(new Uid("1.2.3")), found::add, new Cancellation());
                BulkDataLink inside = found.get(0).bulkData().get(0);
                URI link = found.get(0).bulkData().get(1).uri();

                assertEquals("54000100.1.54001010", inside.attribute());
                assertEquals(
                        Optional.of("bulk/2?x=1"),
                        found.get(0).dataSet().items(0x54000100).get(0).bulkDataUri(0x54001010));
                assertEquals(
                        web.uri() + "/studies/1.2.3/bulk/2?x=1", inside.uri().toString());
                WebException failure = assertThrows(WebException.class, () -> new WadoClient(calls(endpoint))
                        .bulkData(link, folder, new Cancellation()));
                assertEquals(Kind.FOREIGN_PLACE, failure.kind());
                assertEquals(0, other.asked().size());

                WadoClient allowed = new WadoClient(calls(endpoint.withBulkDataAt(other.uri())));
                assertArrayEquals(value, Files.readAllBytes(allowed.bulkData(link, folder, new Cancellation())));
                assertEquals("", other.asked().get(0).header("Authorization"));
            }
        }
    }

    @Test
    void aServerThatDoesNotKnowItsPortIsAskedWhereItIs() {
        WebEndpoint endpoint = WebEndpoint.of(URI.create("https://pacs.example:8443/dicom-web"));

        assertEquals(
                URI.create("https://pacs.example:8443/dicom-web/studies/1/bulk/2"),
                endpoint.atOwnOrigin(URI.create("http://pacs.example/dicom-web/studies/1/bulk/2")));
        URI elsewhere = URI.create("http://pacs.example/admin/studies");
        assertEquals(elsewhere, endpoint.atOwnOrigin(elsewhere));
    }
}
