package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.candela.NginxServer;
import org.candela.OrthancServer;
import org.candela.TestKeys;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.net.tls.TlsTrust;
import org.candela.net.web.DicomWebClient.InstanceAddress;
import org.candela.net.web.WebException.Kind;
import org.candela.study.SmallStudies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Orthanc for registered users, compressing what it answers, behind nginx with TLS and a certificate of its own making.
 * {@code -Dcandela.web.objects=1000} makes the study longer.
 */
class OrthancBehindNginxTest {
    private static final int MANY = Integer.getInteger("candela.web.objects", 60);
    private static final RetryPolicy QUICK = new RetryPolicy(3, Duration.ofMillis(20), Duration.ofMillis(50));
    private static final WebCredentials READER = WebCredentials.basic("reader", "pass:wörd");
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @TempDir
    static Path folder;

    private static TestKeys server;
    private static TestKeys station;
    private static OrthancServer orthanc;
    private static NginxServer nginx;
    private static HttpClient http;
    private static WebEndpoint endpoint;
    private static DicomWebClient client;
    private static WadoClient wado;
    private static StoreResult stored;

    @BeforeAll
    static void start() throws Exception {
        server = TestKeys.make(folder, "server");
        station = TestKeys.make(folder, "station");
        http = http(TlsTrust.standard().pinning(Set.of(server.pin())));
        orthanc = OrthancServer.start(
                folder.resolve("orthanc"),
                new OrthancServer.Setup(
                        "\"AuthenticationEnabled\": true, \"RegisteredUsers\": {\"reader\": \"pass:wörd\"},"
                                + "\"HttpCompressionEnabled\": true,",
                        READER));
        nginx = NginxServer.before(orthanc.dicomWeb(), folder.resolve("nginx"), server, station);
        endpoint = WebEndpoint.of(nginx.http2()).as(READER);
        client = new DicomWebClient(endpoint, http);
        wado = new WadoClient(endpoint, http);
        stored = client.store(SmallStudies.writeStudy(5, MANY, folder.resolve("out")), new Cancellation());
    }

    private static HttpClient http(TlsTrust trust) throws WebException {
        return WebTransport.client(trust, HttpClient.Builder.NO_PROXY, THREADS, Clock.systemUTC());
    }

    @AfterAll
    static void stop() throws Exception {
        THREADS.shutdownNow();
        if (nginx != null) {
            nginx.close();
        }
        if (orthanc != null) {
            orthanc.close();
        }
    }

    private static InstanceAddress slice(int slice) {
        return new InstanceAddress(SmallStudies.studyUid(5), new Uid("1.2.5.1"), SmallStudies.instanceUid(5, slice));
    }

    private static byte[] pixels(int slice) {
        return SmallStudies.slice(5, slice).bytes(Tag.PixelData).orElseThrow();
    }

    private static HttpClient.Version versionAt(URI root) throws WebException {
        Call call = Call.getJson(URI.create(root + "/studies?limit=1"));
        return new WebCalls(WebEndpoint.of(root).as(READER), http).read(call, Answer::version, new Cancellation());
    }

    private static Kind failureOf(WebEndpoint who, HttpClient how) {
        return assertThrows(WebException.class, () -> new DicomWebClient(who, how).pulse(new Cancellation()))
                .kind();
    }

    // [utest->req~net.web.tls~1]
    // [utest->req~net.web.store~1]
    @Test
    void aPinnedServerIsStoredToAndSearched() throws Exception {
        assertTrue(stored.isComplete());

        List<Attributes> found = client.searchInstances(SmallStudies.studyUid(5), QidoQuery.all(), new Cancellation());

        assertEquals(
                MANY,
                found.stream()
                        .map(one -> one.uid(Tag.SOPInstanceUID))
                        .distinct()
                        .count());
    }

    @Test
    void http2IsSpokenWhereTheServerOffersIt() throws Exception {
        assertEquals(HttpClient.Version.HTTP_2, versionAt(nginx.http2()));
        assertEquals(HttpClient.Version.HTTP_1_1, versionAt(nginx.http1()));
        assertTrue(nginx.asked().stream().anyMatch(line -> line.startsWith("200 HTTP/2.0 GET /dicom-web/studies")));
    }

    // [utest->req~net.web.ranges~1]
    @Test
    void aValueCutHalfWayOverHttp2GoesOnWhereItBroke(@TempDir Path incoming) throws Exception {
        byte[] value = new byte[3 << 20];
        new Random(1).nextBytes(value);
        String path = nginx.put("large", value);
        try (CuttingProxy proxy = CuttingProxy.before(nginx.http2())) {
            proxy.cutAnswersAfter(value.length / 2);
            WebEndpoint patient = WebEndpoint.of(proxy.uri()).as(READER).retrying(QUICK);

            Path file = new WadoClient(patient, http)
                    .bulkData(URI.create(proxy.uri() + path), incoming, new Cancellation());

            assertArrayEquals(value, Files.readAllBytes(file));
            assertEquals(2, proxy.connections());
            String resumed = nginx.asked().stream()
                    .filter(line -> line.startsWith("206 HTTP/2.0 GET /dicom-web/values/large"))
                    .findFirst()
                    .orElseThrow();
            long from = Long.parseLong(resumed.replaceFirst(".*bytes=([0-9]+)-.*", "$1"));
            assertTrue(from > 0 && from <= value.length / 2, resumed);
        }
    }

    // [utest->req~net.web.tls~1]
    @Test
    void aServerWithAnotherCertificateThanThePinnedOneIsRefused() throws Exception {
        assertEquals(
                Kind.NOT_TRUSTED, failureOf(endpoint, http(TlsTrust.standard().pinning(Set.of(station.pin())))));
        assertEquals(Kind.NOT_TRUSTED, failureOf(endpoint, http(TlsTrust.standard())));
    }

    @Test
    void whoIsNotRegisteredIsRefused() {
        for (WebCredentials who : List.of(WebCredentials.NONE, WebCredentials.basic("reader", "other"))) {
            WebException refusal = assertThrows(
                    WebException.class, () -> new DicomWebClient(endpoint.as(who), http).pulse(new Cancellation()));

            assertEquals(401, refusal.status().orElseThrow());
        }
    }

    // [utest->req~net.web.gzip~1]
    @Test
    void whatOrthancCompressedIsRead() throws Exception {
        Call call = Call.getJson(URI.create(nginx.http2() + "/studies/1.2.5/metadata"));

        String encoding = new WebCalls(endpoint, http)
                .read(call, answer -> answer.header("Content-Encoding").orElse("none"), new Cancellation());
        List<Metadata> found = new ArrayList<>();
        wado.metadata(WebResource.study(SmallStudies.studyUid(5)), found::add, new Cancellation());

        assertEquals("gzip", encoding);
        assertEquals(MANY, found.size());
    }

    // [utest->req~net.web.metadata~1]
    // [utest->req~net.web.ranges~1]
    @Test
    void bulkDataIsFetchedFromWhereTheMetadataSays(@TempDir Path incoming) throws Exception {
        List<Metadata> found = new ArrayList<>();
        wado.metadata(WebResource.instance(slice(3)), found::add, new Cancellation());
        URI uri = found.get(0).bulkData().get(0).uri();

        byte[] whole = Files.readAllBytes(wado.bulkData(uri, incoming, new Cancellation()));
        byte[] part = wado.bulkData(uri, new ByteRange(4, 10), new Cancellation());

        assertTrue(uri.toString().startsWith(nginx.http2().toString()), "where we reach it: " + uri);
        assertArrayEquals(pixels(3), whole);
        assertArrayEquals(java.util.Arrays.copyOfRange(whole, 4, 14), part);
    }

    // [utest->req~net.web.frames~1]
    // [utest->req~net.web.rendered~1]
    @Test
    void framesAndPicturesCome(@TempDir Path incoming) throws Exception {
        List<byte[]> frames = new ArrayList<>();

        wado.frames(
                FrameRequest.asStored(slice(7), List.of(1)),
                new FramePart.Folder(incoming, frame -> frames.add(read(frame.file()))),
                new Cancellation());
        RenderedImage picture = wado.rendered(RenderedRequest.of(slice(7)).fitting(4, 4), new Cancellation());

        assertArrayEquals(pixels(7), frames.get(0));
        assertTrue(picture.bytes().length > 50);
    }

    // [utest->req~net.web.bounded-waiting~1]
    // [utest->req~net.web.whole-objects~1]
    @Test
    void cancelledHalfWayItKeepsWhatCameWholeAndNothingElse(@TempDir Path incoming) throws Exception {
        Cancellation cancellation = new Cancellation();
        Set<Uid> came = new HashSet<>();
        PartFolder parts = new PartFolder(incoming, file -> {
            came.add(uidOf(file));
            if (came.size() == MANY / 2) {
                cancellation.cancel();
            }
        });

        assertThrows(
                CancellationException.class, () -> client.retrieveStudy(SmallStudies.studyUid(5), parts, cancellation));

        assertEquals(MANY / 2, came.size());
        assertNothingIsLeftIn(incoming);
        assertEquals(
                MANY,
                client.retrieveStudy(
                        SmallStudies.studyUid(5),
                        new PartFolder(incoming, file -> came.add(uidOf(file))),
                        new Cancellation()));
        assertEquals(MANY, came.size());
    }

    // [utest->req~net.web.whole-objects~1]
    @Test
    void cutHalfWayWithinTlsItKeepsWhatCameWhole(@TempDir Path incoming) throws Exception {
        try (CuttingProxy proxy = CuttingProxy.before(nginx.http2())) {
            DicomWebClient cut = new DicomWebClient(WebEndpoint.of(proxy.uri()).as(READER), http);
            proxy.cutAnswersAfter(MANY * 400L);
            Set<Uid> came = new HashSet<>();
            PartFolder parts = new PartFolder(incoming, file -> came.add(uidOf(file)));

            WebException failure = assertThrows(
                    WebException.class, () -> cut.retrieveStudy(SmallStudies.studyUid(5), parts, new Cancellation()));

            assertEquals(Kind.BROKEN_RESPONSE, failure.kind());
            assertTrue(!came.isEmpty() && came.size() < MANY, came.size() + " came");
            assertNothingIsLeftIn(incoming);
            assertEquals(MANY, cut.retrieveStudy(SmallStudies.studyUid(5), parts, new Cancellation()));
            assertEquals(MANY, came.size());
        }
    }

    // [utest->req~net.web.tls~1]
    @Test
    void aServerThatAsksForOurCertificateTakesOursAndNoOther(@TempDir Path other) throws Exception {
        TlsTrust pinned = TlsTrust.standard().pinning(Set.of(server.pin()));
        HttpClient known = http(pinned.as(station.keys(), TestKeys.PASSWORD.toCharArray()));
        HttpClient stranger = http(pinned.as(TestKeys.make(other, "stranger").keys(), TestKeys.PASSWORD.toCharArray()));
        WebEndpoint there = WebEndpoint.of(nginx.mutual()).as(READER);

        assertEquals(
                1,
                new DicomWebClient(there, known)
                        .searchStudies(QidoQuery.all(), new Cancellation())
                        .size());
        for (HttpClient unknown : List.of(http(pinned), stranger)) {
            WebException refusal = assertThrows(
                    WebException.class, () -> new DicomWebClient(there, unknown).pulse(new Cancellation()));
            assertEquals(400, refusal.status().orElseThrow());
        }
    }

    private static void assertNothingIsLeftIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(), files.toList());
        }
    }

    private static Uid uidOf(Path file) {
        try {
            return DicomReader.read(file).dataSet().uid(Tag.SOPInstanceUID).orElseThrow();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
