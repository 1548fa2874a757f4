package org.candela.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.TestWeb;
import org.candela.base.CandelaException;
import org.candela.base.Sha256;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.dicom.ObjectCarrier;
import org.candela.delivery.dicom.ReportObjects;
import org.candela.delivery.dicom.StudyImages;
import org.candela.delivery.fhir.FhirCarrier;
import org.candela.delivery.hl7.Hl7Carriers;
import org.candela.delivery.hl7.LoopbackReceiver;
import org.candela.delivery.paper.FolderCarrier;
import org.candela.delivery.paper.PrintCarrier;
import org.candela.demo.HomeLink;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.ReadOptions;
import org.candela.dicom.Tag;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.dimse.Inbox;
import org.candela.net.dimse.ServiceProvider;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.JsonService;
import org.candela.net.web.WebEndpoint;
import org.candela.report.Ledger;

/**
 * A facility that takes reports in one way, behind a line that can be cut, and what it got: {@code "P id"} or
 * {@code "F id"}, each time it came.
 */
final class DeliverySite implements AutoCloseable {
    /** How long one attempt may take. */
    static final Duration LIMIT = Duration.ofMillis(700);

    private static final String LINE = "site";
    private static final int PRELIMINARY_FLAG = 0x0040A496;

    final List<String> arrivals = new CopyOnWriteArrayList<>();
    final HomeLink link;
    private final Means means;
    private final AtomicBoolean isGone = new AtomicBoolean();
    private AutoCloseable server = () -> {};

    /** What sites are made with. */
    record Means(Path folder, ExecutorService threads, ScheduledExecutorService scheduler, HttpClient http) {}

    /** How a report gets there. */
    record Access(String address, Carrier carrier) {}

    DeliverySite(Means means) {
        this.means = means;
        this.link = new HomeLink(means.threads());
    }

    Access open(Way way, Ledger ledger) throws Exception {
        ReportObjects objects = new ReportObjects(study -> StudyImages.Known.NOTHING, ZoneOffset.UTC);
        return switch (way) {
            case HL7 -> hl7(ledger);
            case DICOM_WEB -> stow(objects);
            case DICOM_STORE -> store(objects);
            case FHIR -> fhir();
            case FOLDER -> folder();
            case PRINT -> print();
        };
    }

    private Access hl7(Ledger ledger) throws IOException {
        LoopbackReceiver receiver = new LoopbackReceiver();
        receiver.onMessage(message ->
                arrivals.add((message.contains("|RAD|P") ? "P " : "F ") + LoopbackReceiver.controlId(message)));
        server = receiver;
        int port = link.lead(LINE, receiver.endpoint().port());
        return new Access("mllp://127.0.0.1:" + port, Hl7Carriers.plain(ledger, LIMIT));
    }

    private Access stow(ReportObjects objects) throws IOException {
        TestWeb web = TestWeb.serving((reply, asked, number) -> {
            String stage = asked.body().contains("PRELIMINARY") ? "P " : "F ";
            String uid = between(asked.body().substring(asked.body().indexOf("DICM")), "2.25.", '\0');
            arrivals.add(stage + uid);
            reply.json("{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"2.25." + uid
                    + "\"]}}]}}");
        });
        server = web;
        int port = link.lead(LINE, web.uri().getPort());
        return new Access(
                "http://127.0.0.1:" + port + "/dicom-web",
                ObjectCarrier.stow(
                        objects,
                        means.folder(),
                        (facility, channel) ->
                                new DicomWebClient(WebEndpoint.of(channel.uri()).within(LIMIT, LIMIT), means.http())));
    }

    private static String between(String text, String begin, char end) {
        String rest = text.substring(text.indexOf(begin) + begin.length());
        return rest.substring(0, (int) rest.chars()
                .takeWhile(letter -> letter != end && Character.isDigit(letter))
                .count());
    }

    private Access store(ReportObjects objects) throws IOException {
        ApplicationEntity entity = new ApplicationEntity(means.threads(), means.scheduler());
        Path inbox = Files.createDirectories(means.folder().resolve("inbox"));
        ServiceProvider provider = entity.listen(new ServiceProvider.Settings(
                "ARCHIVE",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                DimseEndpoint.Security.PLAIN,
                List.of(new ServiceProvider.Allowed("CANDELA", Set.of())),
                new Inbox(inbox, 1 << 24, stored -> arrivals.add(told(stored.file()))),
                Duration.ofSeconds(5),
                16));
        server = provider;
        int port = link.lead(LINE, provider.port());
        return new Access(
                "dicom://ARCHIVE@127.0.0.1:" + port,
                ObjectCarrier.store(objects, means.folder(), (facility, channel) -> entity));
    }

    private static String told(Path file) throws CandelaException {
        try {
            Attributes object = DicomReader.read(Files.readAllBytes(file), "stored", ReadOptions.standard())
                    .dataSet();
            return object.string(PRELIMINARY_FLAG).orElse("").charAt(0) + " "
                    + object.string(Tag.SOPInstanceUID).orElse("");
        } catch (IOException e) {
            throw new CandelaException("test.disk", "not read", e);
        }
    }

    private Access fhir() throws IOException {
        TestWeb web = TestWeb.serving((reply, asked, number) -> {
            var entry = new ObjectMapper().readTree(asked.body()).path("entry").path(0);
            String stage = entry.path("resource").path("status").asText().equals("preliminary") ? "P " : "F ";
            arrivals.add(stage
                    + entry.path("resource")
                            .path("presentedForm")
                            .path(0)
                            .path("title")
                            .asText());
            reply.with("Content-Type", "application/fhir+json")
                    .bytes(
                            200,
                            "{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":[{\"response\":{\"status\":\"201 Created\"}}]}"
                                    .getBytes(StandardCharsets.UTF_8));
        });
        server = web;
        int port = link.lead(LINE, web.uri().getPort());
        return new Access(
                "http://127.0.0.1:" + port + "/fhir",
                new FhirCarrier(
                        ZoneOffset.UTC,
                        (facility, channel) ->
                                new JsonService(WebEndpoint.of(channel.uri()).within(LIMIT, LIMIT), means.http())));
    }

    private Access folder() {
        return new Access(means.folder().resolve("drive").toString(), new FolderCarrier(ZoneOffset.UTC));
    }

    private Access print() {
        return new Access("desk", new PrintCarrier(ZoneOffset.UTC, (printer, pdf) -> {
            if (isGone.get()) {
                throw new CandelaException("test.printer", "the printer is off");
            }
            arrivals.add((words(pdf).contains("version 1") ? "P " : "F ") + Sha256.hex(pdf));
        }));
    }

    private static String words(byte[] pdf) throws CandelaException {
        try (PDDocument pages = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(pages);
        } catch (IOException e) {
            throw new CandelaException("test.pdf", "not read", e);
        }
    }

    /** The line is cut, the drive is not there, the printer is off. */
    void cut() {
        isGone.set(true);
        link.pull(HomeLink.Trouble.REFUSED);
    }

    void mend() throws IOException {
        isGone.set(false);
        Files.createDirectories(means.folder().resolve("drive"));
        link.mend();
    }

    @Override
    public void close() throws Exception {
        link.close();
        server.close();
    }
}
