package org.candela.net.web;

import static org.candela.Statement.constant;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.candela.Statement;
import org.candela.TestWeb;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.candela.net.web.DicomWebClient.InstanceAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The DICOMweb tables of the conformance statement: what a server is asked, and what is made of its answers. */
class WebStatementTest {
    private static final Uid STUDY = new Uid("1.1");
    private static final Uid SERIES = new Uid("1.2");
    private static final Uid INSTANCE = new Uid("1.3");
    private static final Uid WORKITEM = new Uid("1.4");
    private static final Uid TRANSACTION = new Uid("1.5");
    private static final InstanceAddress ADDRESS = new InstanceAddress(STUDY, SERIES, INSTANCE);
    private static final List<Integer> STATUSES =
            List.of(200, 202, 204, 206, 302, 400, 401, 403, 404, 406, 409, 410, 413, 415, 429, 500, 501, 502, 503, 504);

    @TempDir
    private Path folder;

    private final Cancellation open = new Cancellation();
    private volatile int status = 500;
    private TestWeb web;
    private HttpClient http;

    /** One operation of a client. */
    private interface Operation {
        Object run() throws Exception;
    }

    @BeforeEach
    void start() throws IOException {
        web = TestWeb.serving((reply, asked, number) -> reply.status(status));
        http = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private Map<String, Operation> operations() throws IOException {
        WebEndpoint endpoint =
                WebEndpoint.of(web.uri()).retrying(new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(1)));
        DicomWebClient objects = new DicomWebClient(endpoint, http);
        WadoClient pieces = new WadoClient(endpoint, http);
        UpsClient workitems = new UpsClient(endpoint, http);
        PartFolder parts = new PartFolder(folder, file -> {});
        QidoQuery some = QidoQuery.all().atMost(1);
        Path file = file();
        Map<String, Operation> all = new LinkedHashMap<>();
        all.put("search studies", () -> objects.searchStudies(some, open));
        all.put("search series of a study", () -> objects.searchSeries(STUDY, some, open));
        all.put("search series", () -> objects.searchSeries(some, open));
        all.put("search instances", () -> objects.searchInstances(some, open));
        all.put("search instances of a study", () -> objects.searchInstances(STUDY, some, open));
        all.put(
                "search instances of a series",
                () -> objects.searchInstances(WebResource.series(STUDY, SERIES), some, open));
        all.put("retrieve a study", () -> objects.retrieveStudy(STUDY, parts, open));
        all.put("retrieve a series", () -> objects.retrieveSeries(STUDY, SERIES, parts, open));
        all.put("retrieve an instance", () -> objects.retrieveInstance(ADDRESS, parts, open));
        all.put("metadata of a study", () -> pieces.metadata(WebResource.study(STUDY), instance -> {}, open));
        all.put("metadata of a series", () -> pieces.metadata(WebResource.series(STUDY, SERIES), instance -> {}, open));
        all.put("metadata of an instance", () -> pieces.metadata(WebResource.instance(ADDRESS), instance -> {}, open));
        FramePart.Folder frames = new FramePart.Folder(folder, frame -> {});
        all.put("frames, as stored", () -> {
            pieces.frames(FrameRequest.asStored(ADDRESS, List.of(1, 2)), frames, open);
            return "";
        });
        all.put("bulk data", () -> pieces.bulkData(endpoint.resolve("/bulk"), folder, open));
        all.put("part of bulk data", () -> pieces.bulkData(endpoint.resolve("/bulk"), new ByteRange(0, 9), open));
        all.put(
                "rendered instance",
                () -> pieces.rendered(RenderedRequest.of(ADDRESS).fitting(512, 512), open));
        all.put(
                "rendered frame",
                () -> pieces.rendered(RenderedRequest.of(ADDRESS, 1).windowed(40, 400), open));
        all.put("store", () -> objects.store(List.of(file), open));
        all.put("search workitems", () -> workitems.search(some, open));
        all.put("retrieve a workitem", () -> workitems.retrieve(WORKITEM, open));
        all.put("create a workitem", () -> workitems.create(WORKITEM, new Attributes(), open));
        all.put("update a claimed workitem", () -> workitems.update(WORKITEM, TRANSACTION, new Attributes(), open));
        all.put("claim, complete, cancel a workitem", () -> workitems.claim(WORKITEM, TRANSACTION, open));
        all.put("request cancellation", () -> workitems.requestCancellation(WORKITEM, new Attributes(), open));
        all.put("subscribe to a workitem", () -> workitems.subscribe(UpsSubscription.to(WORKITEM, "CANDELA"), open));
        all.put("subscribe to all", () -> workitems.subscribe(UpsSubscription.toAll("CANDELA"), open));
        all.put(
                "subscribe to some",
                () -> workitems.subscribe(
                        UpsSubscription.toAll("CANDELA", QidoQuery.all().matching(Tag.Modality, "CT")), open));
        all.put("unsubscribe", () -> workitems.unsubscribe(UpsSubscription.to(WORKITEM, "CANDELA"), open));
        all.put("suspend", () -> workitems.suspend(UpsSubscription.toAll("CANDELA"), open));
        return all;
    }

    private Path file() throws IOException {
        Attributes image = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, UID.CTImageStorage.value())
                .set(Tag.SOPInstanceUID, VR.UI, INSTANCE.value());
        Path file = folder.resolve("image.dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }

    // [utest->req~net.web.statement~1]
    @Test
    void resources() throws Exception {
        Statement.Table table = new Statement.Table("operation", "request", "Accept", "Content-Type");
        for (Map.Entry<String, Operation> operation : operations().entrySet()) {
            web.asked().clear();
            outcome(operation.getValue());
            TestWeb.Asked asked = web.asked().get(0);
            String type = asked.header("Content-Type").replaceAll("boundary=[^;]*", "boundary=…");
            table.row(
                    operation.getKey(),
                    asked.method() + " " + template(asked.target()),
                    asked.header("Accept"),
                    type.isEmpty() ? "–" : type);
        }
        table.check("web-resources");
    }

    private static String template(String target) {
        String template = target.replaceFirst("^/dicom-web", "");
        Map<Uid, String> names = Map.of(
                STUDY,
                "{study}",
                SERIES,
                "{series}",
                INSTANCE,
                "{instance}",
                WORKITEM,
                "{workitem}",
                TRANSACTION,
                "{transaction}");
        for (Map.Entry<Uid, String> name : names.entrySet()) {
            template = template.replaceAll("(?<=[/?])\\Q" + name.getKey() + "\\E(?![0-9.])", name.getValue());
        }
        return template;
    }

    // [utest->req~net.web.statement~1]
    @Test
    void statuses() throws Exception {
        List<String> shown =
                List.of("search studies", "retrieve a study", "metadata of a study", "store", "create a workitem");
        List<String> head = new ArrayList<>(List.of("HTTP status, empty body"));
        head.addAll(shown);
        Statement.Table table = new Statement.Table(head.toArray(String[]::new));
        Map<String, Operation> operations = operations();
        for (int each : STATUSES) {
            status = each;
            List<Object> cells = new ArrayList<>(List.of(each));
            for (String name : shown) {
                web.asked().clear();
                String outcome = outcome(Objects.requireNonNull(operations.get(name)));
                cells.add(web.asked().size() > 1 ? outcome + ", after asking again" : outcome);
            }
            table.row(cells.toArray());
        }
        table.check("web-statuses");
    }

    private static String outcome(Operation operation) throws Exception {
        try {
            Object result = operation.run();
            if (result instanceof List<?> found) {
                return found.isEmpty() ? "nothing found" : found.size() + " found";
            }
            if (result instanceof StoreResult stored) {
                return stored.isComplete() ? "stored" : "not stored";
            }
            return result instanceof UpsOutcome told ? told.answer().name() : String.valueOf(result);
        } catch (WebException e) {
            return e.kind().name();
        } catch (CandelaException e) {
            return e.code();
        }
    }

    // [utest->req~net.web.statement~1]
    @Test
    void queryParameters() throws Exception {
        QidoQuery query = QidoQuery.all()
                .matching(Tag.PatientName, "DOE*")
                .matching(Tag.StudyDate, "20260101-20261231")
                .matching(AttributePath.parse("RequestAttributesSequence.StudyID"), "1")
                .including(Tag.NumberOfStudyRelatedInstances)
                .with(QidoQuery.Option.FUZZY_MATCHING)
                .with(QidoQuery.Option.ALL_FIELDS);
        Statement.Table table = new Statement.Table("parameter", "sent as, for instance");
        for (String part : query.page(0).split("&", -1)) {
            String name = part.substring(0, part.indexOf('='));
            boolean isKey = name.matches("[0-9A-Fa-f.]+");
            table.row(isKey ? "attribute, by tag, within sequences by dots" : name, part);
        }
        table.row(
                "limit, offset of the pages that follow",
                "limit=" + query.pageSize(QidoQuery.PAGE_SIZE) + ", offset=" + QidoQuery.PAGE_SIZE + ", …");
        table.row("at most, over all pages, by default", query.limit() + " results");
        table.check("web-query");
    }

    // [utest->req~net.web.statement~1]
    @Test
    void mediaTypes() throws Exception {
        Map<String, StringJoiner> byType = new LinkedHashMap<>();
        TransferSyntax.all().stream()
                .map(TransferSyntax::uid)
                .sorted(Comparator.comparing(Uid::value))
                .forEach(uid -> byType.computeIfAbsent(PixelMediaTypes.typeOf(uid), type -> new StringJoiner("<br>"))
                        .add(Statement.name(uid.value()) + " (" + uid + ")"));
        Statement.Table table =
                new Statement.Table("media type of frames", "transfer syntaxes asked for by it", "taken for, unnamed");
        byType.forEach((type, syntaxes) -> table.row(
                type,
                syntaxes,
                PixelMediaTypes.usualFor(MediaType.parse(type)).map(Uid::value).orElse("–")));
        for (String former : List.of(
                "image/dicom+rle",
                "image/x-dicom-rle",
                "image/x-jls",
                "image/dicom+jpeg",
                "image/dicom+jpeg-ls",
                "image/dicom+jp2",
                "image/dicom+jpx",
                "video/mpeg2")) {
            table.row(
                    former,
                    "never asked for",
                    "as " + PixelMediaTypes.modern(MediaType.parse(former)).essence());
        }
        table.check("web-media-types");
    }

    // [utest->req~net.web.statement~1]
    @Test
    void limits() throws Exception {
        WebPatience usual = WebPatience.STANDARD;
        RetryPolicy retry = RetryPolicy.STANDARD;
        new Statement.Table("what", "value")
                .row("Wait for a connection", constant(WebTransport.class, "CONNECT_TIMEOUT"))
                .row("Wait for the status line, by default", usual.answer())
                .row("Silence within a body, by default", usual.stall())
                .row("Slowest answer waited for (bytes a second)", WebPatience.SLOWEST_BYTES_PER_SECOND)
                .row("Attempts of what is safe to repeat, where repeating is on", retry.attempts())
                .row("Pause before the second attempt, doubled for each more", retry.first())
                .row("Longest pause, also of those asked for by Retry-After", retry.longest())
                .row("Results of a search in a page", QidoQuery.PAGE_SIZE)
                .row("Longest JSON answer but metadata (bytes)", JsonAnswer.MOST_BYTES)
                .row("Longest object in a multipart answer (bytes)", MultipartLimits.DICOM.partBytes())
                .row("Frames in one request", constant(FrameRequest.class, "MOST_FRAMES"))
                .row("Longest rendered picture (bytes)", constant(WadoClient.class, "MOST_PICTURE_BYTES"))
                .row("Objects in one store request", constant(Upload.class, "MOST_OBJECTS"))
                .row("Bytes in one store request of several objects", constant(Upload.class, "MOST_BYTES"))
                .check("web-limits");
    }
}
