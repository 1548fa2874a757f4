package org.candela.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.MovableClock;
import org.candela.OrthancServer;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.dicom.ObjectCarrier;
import org.candela.delivery.dicom.ReportObjects;
import org.candela.delivery.dicom.StudyImages;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.structured.KeyObjectTitle;
import org.candela.dicom.object.structured.KeyObjects;
import org.candela.dicom.object.structured.KeyObjectsWriter;
import org.candela.facility.Facility;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebEndpoint;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects in an archive of others, by both ways, each sent twice. */
// [utest->req~delivery.stow~1] [utest->req~delivery.c-store~1]
class OrthancDeliveryTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static OrthancServer archive;
    private static ScheduledExecutorService threads;

    private final MovableClock clock = new MovableClock();
    private final ReportObjects objects = new ReportObjects(study -> StudyImages.Known.NOTHING, ZoneOffset.UTC);

    @BeforeAll
    static void start() throws Exception {
        threads = Executors.newScheduledThreadPool(4);
        archive = OrthancServer.start(folder.resolve("orthanc"));
    }

    @AfterAll
    static void stop() throws Exception {
        archive.close();
        threads.shutdownNow();
    }

    @Test
    void aReportIsStoredOnceHoweverOftenItIsSent() throws Exception {
        ReportDraft draft = ReportSamples.draft();
        SignedReport first = ReportSamples.signed(draft, SignatureMeaning.PRELIMINARY, 1, clock);
        SignedReport last = ReportSamples.signed(draft, SignatureMeaning.FINAL, 2, clock);
        Carrier stow = stow();
        Carrier store =
                ObjectCarrier.store(objects, folder, (facility, channel) -> new ApplicationEntity(threads, threads));
        String dicom = "dicom://ORTHANC@127.0.0.1:" + archive.dicomPort();

        for (int i = 0; i < 2; i++) {
            assertAccepted(stow, channel(Way.DICOM_WEB, archive.dicomWeb().toString(), "sr"), first, List.of());
            assertAccepted(stow, channel(Way.DICOM_WEB, archive.dicomWeb().toString(), "sr"), last, List.of(first));
            assertAccepted(store, channel(Way.DICOM_STORE, dicom, "pdf"), last, List.of(first));
        }

        for (var uid : List.of(
                ReportObjectUid.structured(first), ReportObjectUid.structured(last), ReportObjectUid.document(last))) {
            String found = archive.post("/tools/lookup", uid.value());
            assertEquals(1, found.split("\"Type\" : \"Instance\"", -1).length - 1, found);
        }
    }

    // [utest->req~delivery.marks-back~1]
    @Test
    void theMarksOfTheReaderAreInTheArchive() throws Exception {
        Attributes image = ObjectFiles.image("2.25.4711.1");
        KeyObjects keys = KeyObjects.ofNew(
                KeyObjectTitle.OF_INTEREST,
                new KeyObjects.Note("Doe^John", "", Optional.of(ObjectFiles.MOMENT)),
                List.of(new KeyObjects.KeyObject(ObjectHeader.reference(image), Optional.empty())));
        Parcel object = new Parcel(
                ReportObjects.MEDIA_TYPE,
                ObjectFiles.bytes(KeyObjectsWriter.write(keys, List.of(image), ObjectHeader.Place.inNewSeries(990))));

        Answer answer =
                stow().send(ticket(channel(Way.DICOM_WEB, archive.dicomWeb().toString(), "sr")), object);

        assertEquals(Answer.Kind.ACCEPTED, answer.kind(), answer.words());
        assertTrue(archive.post("/tools/lookup", keys.sopInstanceUid().value()).contains("Instance"));
    }

    @Test
    void whatIsNoObjectIsRefusedAndAnArchiveThatIsAwayIsNoAnswer() throws Exception {
        Parcel nonsense = new Parcel(ReportObjects.MEDIA_TYPE, new byte[] {1, 2, 3});

        Answer refused =
                stow().send(ticket(channel(Way.DICOM_WEB, archive.dicomWeb().toString(), "sr")), nonsense);
        Answer away = stow().send(ticket(channel(Way.DICOM_WEB, "http://127.0.0.1:1/web", "sr")), nonsense);

        assertTrue(refused.kind() != Answer.Kind.ACCEPTED && refused.kind() != Answer.Kind.NONE, refused.words());
        assertEquals(Answer.Kind.NONE, away.kind(), away.words());
    }

    private Carrier stow() {
        return ObjectCarrier.stow(
                objects,
                folder,
                (facility, channel) -> new DicomWebClient(
                        WebEndpoint.of(channel.uri()).within(LIMIT, LIMIT), HttpClient.newHttpClient()));
    }

    private static void assertAccepted(
            Carrier carrier, DeliveryChannel channel, SignedReport report, List<SignedReport> earlier)
            throws Exception {
        Consignment consignment = new Consignment(ticket(channel), report, earlier);

        Answer answer = carrier.send(consignment.ticket(), carrier.pack(consignment));

        assertEquals(Answer.Kind.ACCEPTED, answer.kind(), answer.words());
    }

    private static Consignment.Ticket ticket(DeliveryChannel channel) {
        Facility clinic = Facility.of(ReportSamples.CLINIC, "Clinic", archive.dicomWeb());
        return new Consignment.Ticket(clinic, channel, "C1");
    }

    private static DeliveryChannel channel(Way way, String address, String object) {
        return new DeliveryChannel(
                ReportSamples.CLINIC, "archive", way, address, Need.REQUIRED, Map.of("object", object));
    }
}
