package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candela.base.Cancellation;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both roles against DCMTK on the loopback. */
class DcmtkTest {
    private static final int OBJECTS = Integer.getInteger("candela.dimse.objects", 20);
    private static final int STEPS = 0x00400100;
    private static final int SCHEDULED_STATION = 0x00400001;
    private static final int STEP_START_DATE = 0x00400002;
    private static final int STEP_START_TIME = 0x00400003;
    private static final int STEP_ID = 0x00400009;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final ApplicationEntity entity = new ApplicationEntity(threads, scheduler);

    @TempDir
    private Path folder;

    private DcmtkPrograms peers;

    @BeforeEach
    void needsDcmtk() {
        peers = new DcmtkPrograms(folder);
    }

    @AfterEach
    void end() {
        if (peers != null) {
            peers.close();
        }
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    // [utest->req~net.dimse.store~1]
    @Test
    void sendsFindsAndFetchesWithDcmqrscp() throws Exception {
        int port = peers.archive(entity, DcmtkPrograms.freePort());
        List<StorageUser.Sendable> files = objects();
        try (Association association =
                entity.connect(endpoint(port, "QRSCP"), StorageUser.contextsFor(files), new Cancellation())) {
            for (StorageUser.Sendable file : files) {
                StorageUser.send(association, file, new Cancellation());
            }
        }

        List<Attributes> found = new ArrayList<>();
        Attributes keys = new Attributes()
                .set(Tag.QueryRetrieveLevel, VR.CS, "STUDY")
                .set(Tag.StudyInstanceUID, VR.UI)
                .set(Tag.PatientID, VR.LO, "P*");
        try (Association association =
                entity.connect(endpoint(port, "QRSCP"), Contexts.queries(), new Cancellation())) {
            new ServiceUser(association).find(ServiceUser.Model.STUDY_ROOT, keys, found::add, new Cancellation());
        }
        assertEquals(
                List.of("2.25.1"),
                found.stream()
                        .map(each -> each.string(Tag.StudyInstanceUID).orElse(""))
                        .toList());

        Path out = Files.createDirectory(folder.resolve("out"));
        Attributes study =
                new Attributes().set(Tag.QueryRetrieveLevel, VR.CS, "STUDY").set(Tag.StudyInstanceUID, VR.UI, "2.25.1");
        Contexts contexts = Contexts.gets(StorageClasses.all(), StorageClasses.syntaxes());
        try (Association association = entity.connect(endpoint(port, "QRSCP"), contexts, new Cancellation())) {
            ServiceUser.Counts counts = new ServiceUser(association)
                    .get(study, new Inbox(out, 1 << 20, stored -> {}), each -> {}, new Cancellation());
            assertEquals(OBJECTS, counts.completed());
        }
        assertEquals(OBJECTS, count(out));
        Path first = out.resolve("2.25.100.dcm");
        assertEquals(
                "2.25.100",
                DicomReader.read(first).dataSet().string(Tag.SOPInstanceUID).orElse(""));
    }

    @Test
    void whatIsMovedArrivesOnThePortWeListenOn() throws Exception {
        Path in = Files.createDirectory(folder.resolve("in"));
        try (ServiceProvider provider = entity.listen(settings(in, "QRSCP"))) {
            int port = peers.archive(entity, provider.port());
            List<StorageUser.Sendable> files = objects();
            try (Association association =
                    entity.connect(endpoint(port, "QRSCP"), StorageUser.contextsFor(files), new Cancellation())) {
                for (StorageUser.Sendable file : files) {
                    StorageUser.send(association, file, new Cancellation());
                }
            }

            Attributes study = new Attributes()
                    .set(Tag.QueryRetrieveLevel, VR.CS, "STUDY")
                    .set(Tag.StudyInstanceUID, VR.UI, "2.25.1");
            try (Association association =
                    entity.connect(endpoint(port, "QRSCP"), Contexts.moves(), new Cancellation())) {
                ServiceUser.Counts counts =
                        new ServiceUser(association).move(study, "CANDELA", each -> {}, new Cancellation());
                assertEquals(OBJECTS, counts.completed());
                assertEquals(0, counts.failed());
            }
        }
        assertEquals(OBJECTS, count(in));
    }

    @Test
    void theWorklistOfWlmscpfsIsRead() throws Exception {
        Path entries = Files.createDirectories(folder.resolve("wl/WORK"));
        Files.createFile(entries.resolve("lockfile"));
        Attributes step = new Attributes()
                .set(Tag.Modality, VR.CS, "CT")
                .set(SCHEDULED_STATION, VR.AE, "CANDELA")
                .set(STEP_START_DATE, VR.DA, "20260102")
                .set(STEP_START_TIME, VR.TM, "0830")
                .set(STEP_ID, VR.SH, "S1");
        Attributes entry = new Attributes()
                .set(Tag.AccessionNumber, VR.SH, "A1")
                .set(Tag.PatientName, VR.PN, "Test^One")
                .set(Tag.PatientID, VR.LO, "P1")
                .set(Tag.StudyInstanceUID, VR.UI, "2.25.7")
                .setItems(STEPS, List.of(step));
        DicomWriter.write(
                DicomFile.of(
                        entry.set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.31")
                                .set(Tag.SOPInstanceUID, VR.UI, "2.25.8"),
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                entries.resolve("one.wl"));
        int port = DcmtkPrograms.freePort();
        peers.start("wlmscpfs", "-dfr", "-dfp", folder.resolve("wl").toString(), String.valueOf(port));
        DcmtkPrograms.await(entity, endpoint(port, "WORK"));

        List<Attributes> found = new ArrayList<>();
        Attributes keys = new Attributes()
                .set(Tag.PatientName, VR.PN)
                .set(Tag.StudyInstanceUID, VR.UI)
                .setItems(STEPS, List.of(new Attributes().set(Tag.Modality, VR.CS, "CT")));
        try (Association association = entity.connect(endpoint(port, "WORK"), Contexts.queries(), new Cancellation())) {
            new ServiceUser(association)
                    .find(ServiceUser.Model.MODALITY_WORKLIST, keys, found::add, new Cancellation());
        }

        assertEquals(1, found.size());
        assertEquals("2.25.7", found.get(0).string(Tag.StudyInstanceUID).orElse(""));
        assertEquals("Test^One", found.get(0).string(Tag.PatientName).orElse(""));
    }

    // [utest->req~net.dimse.whole-objects~1]
    @Test
    void receivesFromStorescu() throws Exception {
        Path in = Files.createDirectory(folder.resolve("in"));
        objects();
        try (ServiceProvider provider = entity.listen(settings(in))) {
            assertEquals(0, run("echoscu", "-aet", "STORESCU", "-aec", "CANDELA", "127.0.0.1", "" + provider.port()));
            assertEquals(
                    0,
                    run(
                            "storescu",
                            "-aet",
                            "STORESCU",
                            "-aec",
                            "CANDELA",
                            "+sd",
                            "127.0.0.1",
                            "" + provider.port(),
                            folder.resolve("objects").toString()));
        }
        assertEquals(OBJECTS, count(in));
    }

    // [utest->req~net.dimse.allow-list~1]
    @Test
    void refusesWhomItDoesNotKnow() throws Exception {
        try (ServiceProvider provider = entity.listen(settings(folder))) {
            DimseEndpoint stranger =
                    DimseEndpoint.of(URI.create("dicom://CANDELA@127.0.0.1:" + provider.port()), "STRANGER");

            DimseException refusal = assertThrows(
                    DimseException.class, () -> entity.connect(stranger, Contexts.verification(), new Cancellation()));

            assertEquals(DimseException.Kind.REJECTED, refusal.kind());
            assertTrue(
                    String.valueOf(refusal.getMessage()).contains("does not know our AE title"),
                    "" + refusal.getMessage());
        }
    }

    // [utest->req~net.dimse.bounded-waiting~1]
    @Test
    void aSilentPeerEndsWithATimeout() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DimseEndpoint peer = endpoint(silent.getLocalPort(), "SILENT").within(Duration.ofMillis(300));

            DimseException failure = assertThrows(
                    DimseException.class, () -> entity.connect(peer, Contexts.verification(), new Cancellation()));

            assertEquals(DimseException.Kind.TIMED_OUT, failure.kind());
        }
    }

    private ServiceProvider.Settings settings(Path in) {
        return settings(in, "STORESCU");
    }

    private static ServiceProvider.Settings settings(Path in, String peer) {
        return new ServiceProvider.Settings(
                "CANDELA",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                DimseEndpoint.Security.PLAIN,
                List.of(new ServiceProvider.Allowed(peer, Set.of(InetAddress.getLoopbackAddress()))),
                new Inbox(in, 1 << 20, stored -> {}),
                Duration.ofSeconds(5),
                4);
    }

    private static DimseEndpoint endpoint(int port, String title) {
        return DimseEndpoint.of(URI.create("dicom://" + title + "@127.0.0.1:" + port), "CANDELA")
                .within(Duration.ofSeconds(5));
    }

    private List<StorageUser.Sendable> objects() throws Exception {
        Path made = Files.createDirectories(folder.resolve("objects"));
        List<StorageUser.Sendable> files = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            Attributes object = new Attributes()
                    .set(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage.value())
                    .set(Tag.SOPInstanceUID, VR.UI, "2.25." + (100 + i))
                    .set(Tag.StudyDate, VR.DA, "20260101")
                    .set(Tag.Modality, VR.CS, "OT")
                    .set(Tag.PatientName, VR.PN, "Test")
                    .set(Tag.PatientID, VR.LO, "P1")
                    .set(Tag.StudyInstanceUID, VR.UI, "2.25.1")
                    .set(Tag.SeriesInstanceUID, VR.UI, "2.25.2")
                    .setBytes(Tag.PixelData, VR.OW, new byte[3000]);
            Path file = made.resolve(i + ".dcm");
            DicomWriter.write(DicomFile.of(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
            files.add(StorageUser.Sendable.of(file));
        }
        return files;
    }

    private static int run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "DCMTK did not end");
        return process.exitValue();
    }

    private static long count(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.count();
        }
    }
}
