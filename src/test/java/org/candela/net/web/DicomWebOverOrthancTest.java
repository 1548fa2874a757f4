package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.candela.Corpus;
import org.candela.OrthancServer;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.net.web.DicomWebClient.InstanceAddress;
import org.candela.net.web.WebException.Kind;
import org.candela.study.SmallStudies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomWebOverOrthancTest {
    private static final int MANY = 1000;
    private static final RetryPolicy QUICK = new RetryPolicy(3, Duration.ofMillis(20), Duration.ofMillis(50));

    @TempDir
    static Path folder;

    private static OrthancServer orthanc;
    private static HttpClient http;
    private static WebEndpoint endpoint;
    private static DicomWebClient client;
    private static WadoClient wado;
    private static List<Path> sent;
    private static StoreResult stored;

    @BeforeAll
    static void sendAThousand() throws Exception {
        orthanc = OrthancServer.start(folder.resolve("orthanc"));
        http = HttpClient.newHttpClient();
        endpoint = WebEndpoint.of(orthanc.dicomWeb());
        client = new DicomWebClient(endpoint, http);
        wado = new WadoClient(endpoint, http);
        sent = SmallStudies.writeStudy(5, MANY, folder.resolve("out"));
        stored = client.store(sent, new Cancellation());
    }

    @AfterAll
    static void stop() throws Exception {
        if (orthanc != null) {
            orthanc.close();
        }
    }

    private static InstanceAddress slice(int slice) {
        return new InstanceAddress(SmallStudies.studyUid(5), new Uid("1.2.5.1"), SmallStudies.instanceUid(5, slice));
    }

    private static byte[] pixels(int slice) throws Exception {
        return SmallStudies.slice(5, slice).bytes(Tag.PixelData).orElseThrow();
    }

    private static Set<String> leftIn(Path directory) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return new HashSet<>(files.map(Path::toString).toList());
        }
    }

    // [utest->req~net.web.store~1]
    @Test
    void aThousandObjectsAreKeptByTheServersOwnWord() {
        assertTrue(stored.isComplete());
        assertEquals(MANY, stored.stored().stream().distinct().count());
    }

    @Test
    void whatIsSentAgainIsKeptOnce() throws Exception {
        StoreResult again = client.store(sent.subList(0, 10), new Cancellation());

        assertTrue(again.isComplete());
        assertEquals(
                MANY,
                client.searchInstances(SmallStudies.studyUid(5), QidoQuery.all(), new Cancellation())
                        .size());
    }

    // [utest->req~net.web.paging~1]
    // [utest->req~net.web.query~1]
    @Test
    void aThousandAreFoundPageByPageAndByKeyword() throws Exception {
        QidoQuery query = QidoQuery.all()
                .matching(AttributePath.parse("SeriesInstanceUID"), "1.2.5.1")
                .including(AttributePath.parse("InstanceNumber"))
                .including(Tag.Rows);

        List<Attributes> found = client.searchInstances(query, new Cancellation());

        assertEquals(
                MANY,
                found.stream()
                        .map(one -> one.uid(Tag.SOPInstanceUID))
                        .distinct()
                        .count());
        assertEquals(8, found.get(0).integer(Tag.Rows).orElseThrow());
        assertEquals(
                1,
                client.searchSeries(QidoQuery.all().matching(Tag.Modality, "CT"), new Cancellation()).stream()
                        .filter(one -> one.string(Tag.SeriesInstanceUID)
                                .filter("1.2.5.1"::equals)
                                .isPresent())
                        .count());
    }

    // [utest->req~net.web.whole-objects~1]
    @Test
    void aThousandComeBackWithTheirBytesCounted(@TempDir Path incoming) throws Exception {
        AtomicLong moved = new AtomicLong();
        Set<Uid> uids = new HashSet<>();
        PartFolder parts = new PartFolder(incoming, file -> uids.add(uidOf(file)));

        int count = client.reporting((direction, bytes) -> moved.addAndGet(bytes))
                .retrieveStudy(SmallStudies.studyUid(5), parts, new Cancellation());

        assertEquals(MANY, count);
        assertEquals(MANY, uids.size());
        assertTrue(moved.get() > MANY * 128L * 4, "bytes told: " + moved);
        assertEquals(Set.of(), leftIn(incoming));
    }

    private static Uid uidOf(Path file) {
        try {
            return DicomReader.read(file).dataSet().uid(Tag.SOPInstanceUID).orElseThrow();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    // [utest->req~net.web.bounded-waiting~1]
    @Test
    void cancelledHalfWayItStopsAndLeavesNothingHalf(@TempDir Path incoming) throws Exception {
        Cancellation cancellation = new Cancellation();
        List<Path> received = new ArrayList<>();
        PartFolder parts = new PartFolder(incoming, file -> {
            received.add(file);
            if (received.size() == MANY / 2) {
                cancellation.cancel();
            }
        });

        assertThrows(
                CancellationException.class, () -> client.retrieveStudy(SmallStudies.studyUid(5), parts, cancellation));

        assertEquals(MANY / 2, received.size());
        assertEquals(Set.of(), leftIn(incoming));
    }

    // [utest->req~net.web.whole-objects~1]
    @Test
    void cutHalfWayItHandsOnWholeObjectsOnly(@TempDir Path incoming) throws Exception {
        try (CuttingProxy proxy = CuttingProxy.before(orthanc.dicomWeb())) {
            proxy.cutAnswersAfter(400_000);
            Set<Uid> uids = new HashSet<>();
            DicomWebClient cut = new DicomWebClient(WebEndpoint.of(proxy.uri()).retrying(QUICK), http);

            WebException failure = assertThrows(
                    WebException.class,
                    () -> cut.retrieveStudy(
                            SmallStudies.studyUid(5),
                            new PartFolder(incoming, file -> uids.add(uidOf(file))),
                            new Cancellation()));

            assertEquals(Kind.BROKEN_RESPONSE, failure.kind());
            assertTrue(uids.size() > 100 && uids.size() < MANY, uids.size() + " came");
            assertEquals(Set.of(), leftIn(incoming));
        }
    }

    // [utest->req~net.web.retry~1]
    // [utest->req~net.web.store~1]
    @Test
    void aStoreThatIsCutIsRepeatedAndKeepsEachObjectOnce() throws Exception {
        List<Path> more = SmallStudies.writeStudy(6, 40, folder.resolve("more"));
        try (CuttingProxy proxy = CuttingProxy.before(orthanc.dicomWeb())) {
            proxy.cutRequestsAfter(20_000);
            DicomWebClient cut = new DicomWebClient(WebEndpoint.of(proxy.uri()).retrying(QUICK), http);

            StoreResult result = cut.store(more, new Cancellation());

            assertTrue(result.isComplete());
            assertEquals(40, result.stored().stream().distinct().count());
            assertTrue(proxy.connections() >= 2, "the first connection was cut");
        }
    }

    // [utest->req~net.web.metadata~1]
    @Test
    void metadataOfAThousandNamesWhereThePixelsAre() throws Exception {
        List<Metadata> found = new ArrayList<>();

        int count = wado.metadata(WebResource.study(SmallStudies.studyUid(5)), found::add, new Cancellation());

        assertEquals(MANY, count);
        assertEquals(
                MANY,
                found.stream()
                        .map(one -> one.dataSet().uid(Tag.SOPInstanceUID))
                        .distinct()
                        .count());
        assertEquals(Tag.PixelData, found.get(0).bulkData().get(0).tag());
        assertEquals(
                MANY, found.stream().map(DicomWebOverOrthancTest::z).distinct().count());
    }

    private static double z(Metadata metadata) {
        return metadata.dataSet().numbers(Tag.ImagePositionPatient).get(2);
    }

    // [utest->req~net.web.ranges~1]
    @Test
    void bulkDataComesWholeAndInPart(@TempDir Path incoming) throws Exception {
        List<Metadata> found = new ArrayList<>();
        wado.metadata(WebResource.instance(slice(3)), found::add, new Cancellation());
        URI uri = found.get(0).bulkData().get(0).uri();

        Path file = wado.bulkData(uri, incoming, new Cancellation());
        byte[] part = wado.bulkData(uri, new ByteRange(4, 10), new Cancellation());

        assertArrayEquals(pixels(3), Files.readAllBytes(file));
        assertArrayEquals(java.util.Arrays.copyOfRange(pixels(3), 4, 14), part);
        assertEquals(Set.of(file.toString()), leftIn(incoming));
    }

    // [utest->req~net.web.frames~1]
    @Test
    void aFrameComesAsItIsStored(@TempDir Path incoming) throws Exception {
        List<byte[]> frames = new ArrayList<>();
        List<String> kinds = new ArrayList<>();

        wado.frames(
                FrameRequest.asStored(slice(7), List.of(1)),
                new FramePart.Folder(incoming, frame -> {
                    frames.add(read(frame.file()));
                    kinds.add(frame.transferSyntax() + " " + frame.naming());
                }),
                new Cancellation());

        assertArrayEquals(pixels(7), frames.get(0));
        assertEquals(List.of("1.2.840.10008.1.2.1 TOLD"), kinds);
    }

    // [utest->req~net.web.frames~1]
    // [utest->req~net.web.accept~1]
    @Test
    void framesOfARunComeCompressedInTheOrderAskedFor(@TempDir Path incoming) throws Exception {
        Path file = Corpus.folder().resolve("dcm4che+dcm4che/US-PAL-8-10x-echo");
        InstanceAddress run = send(file);
        byte[] third = DicomReader.read(file)
                .dataSet()
                .fragments(Tag.PixelData)
                .orElseThrow()
                .items()
                .get(2)
                .read();
        List<FramePart> frames = new ArrayList<>();
        List<byte[]> bytes = new ArrayList<>();
        FrameRequest request = new FrameRequest(
                run, List.of(3, 1, 10), List.of(new Uid("1.2.840.10008.1.2.5"), new Uid("1.2.840.10008.1.2.1")));

        wado.frames(
                request,
                new FramePart.Folder(incoming, frame -> {
                    frames.add(frame);
                    bytes.add(read(frame.file()));
                }),
                new Cancellation());

        assertEquals(List.of(3, 1, 10), frames.stream().map(FramePart::number).toList());
        if (frames.get(0).transferSyntax().value().equals("1.2.840.10008.1.2.5")) {
            assertArrayEquals(third, bytes.get(0));
        } else {
            assertEquals(430 * 600, bytes.get(0).length);
        }
        WebException none = assertThrows(
                WebException.class,
                () -> wado.frames(
                        FrameRequest.asStored(run, List.of(11)),
                        new FramePart.Folder(incoming, frame -> {}),
                        new Cancellation()));
        assertEquals(Kind.REFUSED, none.kind());
    }

    private static InstanceAddress send(Path file) throws Exception {
        assertTrue(client.store(List.of(file), new Cancellation()).isComplete());
        Attributes sentObject = DicomReader.read(file).dataSet();
        return new InstanceAddress(
                sentObject.uid(Tag.StudyInstanceUID).orElseThrow(),
                sentObject.uid(Tag.SeriesInstanceUID).orElseThrow(),
                sentObject.uid(Tag.SOPInstanceUID).orElseThrow());
    }

    // [utest->req~net.web.rendered~1]
    // [utest->req~net.web.accept~1]
    @Test
    void aPictureComesInTheSizeAskedFor() throws Exception {
        RenderedRequest request = RenderedRequest.of(slice(9)).fitting(4, 4).windowed(40, 400);

        RenderedImage picture = wado.rendered(request, new Cancellation());

        var image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        assertEquals(4, Math.max(image.getWidth(), image.getHeight()));
        assertEquals(
                "image/jpeg",
                wado.rendered(request.as("image/jpeg"), new Cancellation()).mediaType());
    }

    @Test
    void whatIsNotThereIsRefused() {
        WebException failure = assertThrows(
                WebException.class,
                () -> wado.metadata(WebResource.study(new Uid("1.2.3.4.5")), one -> {}, new Cancellation()));

        assertEquals(404, failure.status().orElseThrow());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
