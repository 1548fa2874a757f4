package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.candela.TestWeb;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.Tag;
import org.candela.net.web.DicomWebClient.InstanceAddress;
import org.candela.net.web.WebException.Kind;
import org.candela.study.SmallStudies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers of servers that have their own ideas are read. */
class AnswersReadTest {
    private static final WebEndpoint PACS = WebEndpoint.of(URI.create("http://pacs.example/dicom-web"));

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private static String studies(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2." + i + "\"]}}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static int found(TestWeb web, QidoQuery query) throws WebException {
        return new DicomWebClient(WebEndpoint.of(web.uri()), HTTP)
                .searchStudies(query, new Cancellation())
                .size();
    }

    // [utest->req~net.web.paging~1]
    @ParameterizedTest
    @CsvSource({"37, 37, 1", "100, 100, 2", "250, 250, 2", "20000, 10000, 1"})
    void aServerThatIgnoresLimitAndOffsetIsAskedOnceTooOftenAtMost(int has, int expected, int asked) throws Exception {
        try (TestWeb web = TestWeb.serving((reply, one, number) -> reply.json(studies(0, has)))) {
            assertEquals(expected, found(web, QidoQuery.all()));
            assertEquals(asked, web.asked().size());
        }
    }

    // [utest->req~net.web.paging~1]
    @Test
    void aServerOfSmallPagesIsAskedAsLongAsItSaysThereIsMore() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, one, number) -> {
            if (number < 4) {
                reply.with("Warning", "299 test: There are additional results that can be requested");
            }
            reply.json(studies((number - 1) * 10, number * 10));
        })) {
            assertEquals(40, found(web, QidoQuery.all()));
            assertTrue(
                    web.asked().get(3).target().endsWith("limit=100&offset=30"),
                    web.asked().toString());
        }
    }

    // [utest->req~net.web.paging~1]
    @Test
    void aServerThatAlwaysSaysThereIsMoreIsNotAskedForEver() throws Exception {
        try (TestWeb web = TestWeb.serving(
                (reply, one, number) -> reply.with("Warning", "299 test: more").json("[{}]"))) {
            assertEquals(1, found(web, QidoQuery.all()));
            assertEquals(2, web.asked().size());
        }
    }

    // [utest->req~net.web.query~1]
    @Test
    void aQuerySaysAllThatIsWanted() {
        QidoQuery query = QidoQuery.all()
                .matching(AttributePath.parse("RequestAttributesSequence.ScheduledProcedureStepID"), "A B&C")
                .matching(Tag.StudyInstanceUID, "1.2.3,1.2.4")
                .including(AttributePath.parse("00081030"))
                .with(QidoQuery.Option.FUZZY_MATCHING)
                .with(QidoQuery.Option.ALL_FIELDS)
                .atMost(7);

        assertEquals(
                "0020000D=1.2.3%2C1.2.4&00400275.00400009=A%20B%26C&includefield=00081030&fuzzymatching=true"
                        + "&includefield=all&limit=7&offset=0",
                query.page(0));
        assertThrows(IllegalArgumentException.class, () -> AttributePath.parse("PatientName.NoSuchThing"));
    }

    // [utest->req~net.web.store~1]
    @Test
    void whatAServerSaysAboutEachObjectIsToldAndSilenceIsNoConsent() throws Exception {
        List<Path> sent = SmallStudies.writeStudy(3, 4, folder);
        String answer = "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[" + item(0, "") + ","
                + item(1, ",\"00081196\":{\"vr\":\"US\",\"Value\":[45056]}") + "]},"
                + "\"00081198\":{\"vr\":\"SQ\",\"Value\":["
                + item(2, ",\"00081197\":{\"vr\":\"US\",\"Value\":[42752]}") + "]}}";
        try (TestWeb web = TestWeb.serving((reply, one, number) -> reply.with("Content-Type", "application/dicom+json")
                .bytes(202, answer.getBytes(StandardCharsets.UTF_8)))) {
            StoreResult result = new DicomWebClient(WebEndpoint.of(web.uri()), HTTP).store(sent, new Cancellation());

            assertEquals(List.of(SmallStudies.instanceUid(3, 0), SmallStudies.instanceUid(3, 1)), result.stored());
            assertEquals("values were changed", result.warned().get(0).text());
            assertEquals("out of resources", result.failed().get(0).text());
            assertEquals(List.of(SmallStudies.instanceUid(3, 3)), result.unanswered());
        }
    }

    private static String item(int slice, String more) {
        return "{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"" + SmallStudies.instanceUid(3, slice) + "\"]}" + more + "}";
    }

    private static String frames(String... heads) {
        StringBuilder text = new StringBuilder();
        for (String head : heads) {
            text.append("\r\n--b\r\n").append(head).append("\r\npixels");
        }
        return text + "\r\n--b--\r\n";
    }

    private List<String> received(String body, Integer... wanted) throws Exception {
        List<String> kinds = new ArrayList<>();
        try (TestWeb web = TestWeb.serving(
                (reply, one, number) -> reply.with("Content-Type", "multipart/related; type=\"image/jpeg\"; boundary=b")
                        .bytes(200, body.getBytes(StandardCharsets.US_ASCII)))) {
            InstanceAddress address = new InstanceAddress(new Uid("1.2"), new Uid("1.3"), new Uid("1.4"));
            new WadoClient(WebEndpoint.of(web.uri()), HTTP)
                    .frames(
                            FrameRequest.asStored(address, List.of(wanted)),
                            new FramePart.Folder(
                                    folder,
                                    frame -> kinds.add(
                                            frame.number() + " " + frame.transferSyntax() + " " + frame.naming())),
                            new Cancellation());
        }
        return kinds;
    }

    // [utest->req~net.web.frames~1]
    @Test
    void aFrameOfWhichNothingIsToldIsMarkedAsAssumed() throws Exception {
        assertEquals(
                List.of("2 1.2.840.10008.1.2.4.70 ASSUMED", "5 1.2.840.10008.1.2.4.81 TOLD"),
                received(
                        frames(
                                "Content-Type: image/jpeg\r\n",
                                "Content-Type: image/x-jls;transfer-syntax=1.2.840.10008.1.2.4.81\r\n"),
                        2,
                        5));
    }

    // [utest->req~net.web.frames~1]
    @Test
    void tooFewTooManyOrOtherFramesAreRefused() {
        String one = "Content-Type: image/jpeg\r\n";
        for (String body : List.of(
                frames(one),
                frames(one, one, one),
                frames(one, "Content-Type: image/jpeg\r\nContent-Location: /x/frames/9\r\n"),
                frames(one, "Content-Type: text/html\r\n"))) {
            WebException failure = assertThrows(WebException.class, () -> received(body, 1, 2));

            assertEquals(Kind.UNEXPECTED_CONTENT, failure.kind());
        }
    }

    // [utest->req~net.web.rendered~1]
    @Test
    void aPictureThatIsNoneIsRefused() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, one, number) ->
                reply.with("Content-Type", "image/png").bytes(200, "<html>".getBytes(StandardCharsets.US_ASCII)))) {
            InstanceAddress address = new InstanceAddress(new Uid("1.2"), new Uid("1.3"), new Uid("1.4"));
            WadoClient wado = new WadoClient(WebEndpoint.of(web.uri()), HTTP);

            assertThrows(WebException.class, () -> wado.rendered(RenderedRequest.of(address, 2), new Cancellation()));
            assertEquals(
                    "/dicom-web/studies/1.2/series/1.3/instances/1.4/frames/2/rendered",
                    web.asked().get(0).target());
        }
    }

    private static URI bulkDataNamed(String uri) throws Exception {
        String text = "[{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"" + uri + "\"}}]";
        List<Metadata> found = new ArrayList<>();
        try (Answer answer = Answers.of(MediaType.DICOM_JSON, text.getBytes(StandardCharsets.UTF_8), 100)) {
            new MetadataReader(answer, PACS).read(found::add);
        }
        return found.get(0).bulkData().get(0).uri();
    }

    /** RFC 3986 §5.2; the answer came from {@code http://pacs.example/dicom-web/studies/1}. */
    // [utest->req~net.web.metadata~1]
    @ParameterizedTest
    @CsvSource({
        "bulk/2, http://pacs.example/dicom-web/studies/bulk/2",
        "../bulk/2, http://pacs.example/dicom-web/bulk/2",
        "/bulk/2, http://pacs.example/bulk/2",
        "?bulk=2, http://pacs.example/dicom-web/studies/1?bulk=2",
        "https://bulk.example/2, https://bulk.example/2",
        "https://pacs.example/dicom-web/bulk/2, http://pacs.example/dicom-web/bulk/2"
    })
    void aBulkDataUriIsTakenFromWhereTheAnswerCame(String named, URI absolute) throws Exception {
        assertEquals(absolute, bulkDataNamed(named));
    }

    // [utest->req~net.web.same-origin~1]
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.invalid/bulk/1",
                "http://elsewhere.invalid/dicom-web/bulk/1",
                "http://pacs.example:81/bulk/1",
                "ftp://pacs.example/bulk/1",
                "file:///etc/hostname",
                "mailto:x"
            })
    void aBulkDataUriElsewhereIsNotAskedFor(String named) throws Exception {
        URI uri = bulkDataNamed(named);
        WadoClient client = new WadoClient(PACS.as(WebCredentials.basic("u", "p")), HttpClient.newHttpClient());

        WebException refusal =
                assertThrows(WebException.class, () -> client.bulkData(uri, new ByteRange(0, 1), new Cancellation()));

        assertEquals(Kind.FOREIGN_PLACE, refusal.kind());
    }
}
