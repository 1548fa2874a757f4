package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.OrthancServer;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Both roles of every service against a real Orthanc that knows us, over DIMSE. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrthancDimseTest {
    private static final int OBJECTS = 5;
    private static final String UNKNOWN = "2.25.999";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final ApplicationEntity entity = new ApplicationEntity(threads, scheduler);
    private final BlockingQueue<ReportedEvent> events = new LinkedBlockingQueue<>();

    private Path in;
    private ServiceProvider port;
    private OrthancServer orthanc;
    private List<StorageUser.Sendable> files;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        in = folder.resolve("in");
        port = entity.listen(TestExam.port(in, "ORTHANC").hearing(events::add));
        orthanc = OrthancServer.start(folder.resolve("orthanc"), """
            "DicomCheckCalledAet": true, "DicomCheckModalityHost": true, "DicomAlwaysAllowStore": false,
            "DicomModalities": { "candela": { "AET": "CANDELA", "Host": "127.0.0.1", "Port": %d } },
            """.formatted(port.port()));
        files = TestExam.objects(folder.resolve("objects"), OBJECTS, 32 * 512);
        try (Association association = connect(StorageUser.contextsFor(files))) {
            TestExam.send(association, files);
        }
    }

    @AfterAll
    void end() throws Exception {
        if (orthanc != null) {
            orthanc.close();
        }
        if (port != null) {
            port.close();
        }
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    private Association connect(Contexts contexts) throws Exception {
        return entity.connect(TestExam.endpoint(orthanc.dicomPort(), "ORTHANC"), contexts, new Cancellation());
    }

    @Test
    void eachAnswersTheEchoOfTheOther() throws Exception {
        try (Association association = connect(Contexts.verification())) {
            new ServiceUser(association).echo(new Cancellation());
        }
        orthanc.post("/modalities/candela/echo", "{}");
    }

    // [utest->req~net.dimse.store~1]
    @Test
    void whatWasStoredIsFoundAtEveryLevel() throws Exception {
        Attributes patient = new Attributes().set(Tag.PatientID, VR.LO, "P1").set(Tag.PatientName, VR.PN);
        Attributes study = new Attributes().set(Tag.PatientID, VR.LO, "P1").set(Tag.StudyInstanceUID, VR.UI);
        Attributes series = new Attributes()
                .set(Tag.StudyInstanceUID, VR.UI, TestExam.STUDY)
                .set(Tag.SeriesInstanceUID, VR.UI);
        Attributes image =
                series.copy().set(Tag.SeriesInstanceUID, VR.UI, TestExam.SERIES).set(Tag.SOPInstanceUID, VR.UI);

        assertEquals(Set.of("P1"), found(ServiceUser.Model.PATIENT_ROOT, "PATIENT", patient, Tag.PatientID));
        assertEquals(Set.of(TestExam.STUDY), found(ServiceUser.Model.STUDY_ROOT, "STUDY", study, Tag.StudyInstanceUID));
        assertEquals(
                Set.of(TestExam.SERIES), found(ServiceUser.Model.STUDY_ROOT, "SERIES", series, Tag.SeriesInstanceUID));
        assertEquals(
                Set.of("2.25.100", "2.25.101", "2.25.102", "2.25.103", "2.25.104"),
                found(ServiceUser.Model.STUDY_ROOT, "IMAGE", image, Tag.SOPInstanceUID));
        assertEquals(
                Set.of(),
                found(
                        ServiceUser.Model.STUDY_ROOT,
                        "STUDY",
                        new Attributes().set(Tag.StudyInstanceUID, VR.UI, UNKNOWN),
                        Tag.StudyInstanceUID));
    }

    private Set<String> found(ServiceUser.Model model, String level, Attributes keys, int tag) throws Exception {
        List<String> found = new ArrayList<>();
        try (Association association = connect(Contexts.queries())) {
            new ServiceUser(association)
                    .find(
                            model,
                            keys.set(Tag.QueryRetrieveLevel, VR.CS, level),
                            match -> found.add(match.string(tag).orElse("")),
                            new Cancellation());
        }
        assertEquals(found.size(), Set.copyOf(found).size());
        return Set.copyOf(found);
    }

    // [utest->req~net.dimse.whole-objects~1]
    @Test
    void whatWasStoredComesBackByGetAsItWas(@TempDir Path got) throws Exception {
        Contexts contexts = Contexts.gets(StorageClasses.all(), StorageClasses.syntaxes());
        try (Association association = connect(contexts)) {
            ServiceUser.Counts counts = new ServiceUser(association)
                    .get(TestExam.study(), TestExam.inbox(got), each -> {}, new Cancellation());
            assertEquals(new ServiceUser.Counts(OBJECTS, 0, 0, 0), counts);
        }
        assertEquals(TestExam.names(files), TestExam.names(got));
        assertTrue(TestExam.isIntact(files.get(3), got));
    }

    // [utest->req~net.dimse.whole-objects~1]
    @Test
    void whatIsMovedAndWhatOrthancSendsArrivesOnOurPort() throws Exception {
        Attributes image = TestExam.study()
                .set(Tag.QueryRetrieveLevel, VR.CS, "IMAGE")
                .set(Tag.SeriesInstanceUID, VR.UI, TestExam.SERIES)
                .set(Tag.SOPInstanceUID, VR.UI, "2.25.100");
        try (Association association = connect(Contexts.moves())) {
            ServiceUser.Counts counts =
                    new ServiceUser(association).move(image, "CANDELA", each -> {}, new Cancellation());
            assertEquals(new ServiceUser.Counts(1, 0, 0, 0), counts);
        }
        assertEquals(Set.of("2.25.100.dcm"), TestExam.names(in));

        String instances = orthanc.get("/instances");
        orthanc.post("/modalities/candela/store", "{\"Synchronous\": true, \"Resources\": " + instances + "}");
        assertEquals(TestExam.names(files), TestExam.names(in));
        for (StorageUser.Sendable file : files) {
            assertTrue(TestExam.isIntact(file, in), "differs: " + file.sopInstance());
        }
    }

    // [utest->req~net.dimse.commitment~1]
    @Test
    void orthancVouchesForWhatItHasAndSaysWhatItHasNot() throws Exception {
        Uid transaction = new Uid("2.25.4711");
        StorageUser.Sendable kept = files.get(0);
        try (Association association = connect(Contexts.normalized())) {
            StorageCommitment.request(
                    association,
                    transaction,
                    List.of(
                            new StorageCommitment.Instance(kept.sopClass(), kept.sopInstance()),
                            new StorageCommitment.Instance(kept.sopClass(), new Uid(UNKNOWN))),
                    new Cancellation());
        }

        ReportedEvent event = events.poll(20, TimeUnit.SECONDS);

        StorageCommitment.Result result = StorageCommitment.result(event).orElseThrow();
        assertEquals(transaction, result.transaction());
        assertEquals(List.of(kept.sopInstance()), result.committed());
        assertEquals(Set.of(new Uid(UNKNOWN)), result.failed().keySet());
        assertTrue(
                result.failed().values().iterator().next().contains("does not have the object"),
                result.failed().toString());
        assertEquals("ORTHANC", event.callingAe());
    }
}
