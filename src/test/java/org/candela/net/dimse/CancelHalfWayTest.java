package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.OrthancServer;
import org.candela.base.Cancellation;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C-CANCEL half way with real archives: what came stays, and the association goes on with the next request. */
// [utest->req~net.dimse.cancel~1]
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelHalfWayTest {
    private static final int OBJECTS = 40;
    private static final int BYTES = 64 * 512;
    private static final int BEFORE_CANCEL = 3;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final ApplicationEntity entity = new ApplicationEntity(threads, scheduler);
    private volatile Cancellation moved = new Cancellation();

    private Path in;
    private ServiceProvider port;
    private DcmtkPrograms peers;
    private OrthancServer orthanc;
    private int qrscp;
    private List<StorageUser.Sendable> files;

    @BeforeAll
    void fillArchives(@TempDir Path folder) throws Exception {
        in = folder.resolve("in");
        Inbox inbox = new Inbox(Files.createDirectories(in), 1 << 24, stored -> cancelWhenSome(in, moved));
        ServiceProvider.Settings at = TestExam.port(in, "ORTHANC", "QRSCP");
        port = entity.listen(new ServiceProvider.Settings(
                at.title(), at.address(), at.security(), at.allowed(), inbox, at.timeout(), at.maxAssociations()));
        peers = new DcmtkPrograms(folder);
        qrscp = peers.archive(entity, port.port());
        orthanc = OrthancServer.start(folder.resolve("orthanc"), """
            "DicomModalities": { "candela": { "AET": "CANDELA", "Host": "127.0.0.1", "Port": %d } },
            """.formatted(port.port()));
        files = TestExam.objects(folder.resolve("objects"), OBJECTS, BYTES);
        for (String archive : List.of("ORTHANC", "QRSCP")) {
            try (Association association = connect(archive, StorageUser.contextsFor(files))) {
                TestExam.send(association, files);
            }
        }
    }

    @AfterAll
    void end() throws Exception {
        if (orthanc != null) {
            orthanc.close();
        }
        if (peers != null) {
            peers.close();
        }
        if (port != null) {
            port.close();
        }
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    private Association connect(String archive, Contexts contexts) throws Exception {
        int at = archive.equals("QRSCP") ? qrscp : orthanc.dicomPort();
        return entity.connect(TestExam.endpoint(at, archive), contexts, new Cancellation());
    }

    private static void cancelWhenSome(Path in, Cancellation cancellation) {
        if (in.toFile().list().length >= BEFORE_CANCEL) {
            cancellation.cancel();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORTHANC", "QRSCP"})
    void aQueryCancelledHalfWayKeepsItsMatches(String archive) throws Exception {
        Cancellation cancellation = new Cancellation();
        List<Attributes> some = new ArrayList<>();
        List<Attributes> all = new ArrayList<>();
        try (Association association = connect(archive, Contexts.queries())) {
            ServiceUser user = new ServiceUser(association);

            assertThrows(
                    CancellationException.class,
                    () -> user.find(
                            ServiceUser.Model.STUDY_ROOT,
                            images(),
                            match -> {
                                some.add(match);
                                if (some.size() == BEFORE_CANCEL) {
                                    cancellation.cancel();
                                }
                            },
                            cancellation));

            assertFalse(association.isEnded());
            user.find(ServiceUser.Model.STUDY_ROOT, images(), all::add, new Cancellation());
        }
        assertEquals(BEFORE_CANCEL, some.size());
        assertEquals(OBJECTS, all.size());
    }

    private static Attributes images() {
        return TestExam.study()
                .set(Tag.QueryRetrieveLevel, VR.CS, "IMAGE")
                .set(Tag.SeriesInstanceUID, VR.UI, TestExam.SERIES)
                .set(Tag.SOPInstanceUID, VR.UI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORTHANC", "QRSCP"})
    void aGetCancelledHalfWayKeepsWhatCameAndTheNextBringsTheRest(String archive, @TempDir Path got) throws Exception {
        Cancellation cancellation = new Cancellation();
        Inbox inbox = new Inbox(got, 1 << 24, stored -> cancelWhenSome(got, cancellation));
        Contexts contexts = Contexts.gets(List.of(files.get(0).sopClass()), StorageClasses.syntaxes());
        try (Association association = connect(archive, contexts)) {
            ServiceUser user = new ServiceUser(association);

            assertThrows(
                    CancellationException.class, () -> user.get(TestExam.study(), inbox, each -> {}, cancellation));

            assertPartCame(got);
            assertFalse(association.isEnded());
            ServiceUser.Counts counts = user.get(TestExam.study(), TestExam.inbox(got), each -> {}, new Cancellation());
            assertEquals(OBJECTS, counts.completed());
        }
        assertEquals(TestExam.names(files), TestExam.names(got));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORTHANC", "QRSCP"})
    void aMoveCancelledHalfWayKeepsWhatCameAndTheNextBringsTheRest(String archive) throws Exception {
        for (String name : TestExam.names(in)) {
            Files.delete(in.resolve(name));
        }
        moved = new Cancellation();
        try (Association association = connect(archive, Contexts.moves())) {
            ServiceUser user = new ServiceUser(association);

            assertThrows(CancellationException.class, () -> user.move(TestExam.study(), "CANDELA", each -> {}, moved));

            assertPartCame(in);
            assertFalse(association.isEnded());
            ServiceUser.Counts counts = user.move(TestExam.study(), "CANDELA", each -> {}, new Cancellation());
            assertEquals(OBJECTS, counts.completed());
        }
        assertEquals(TestExam.names(files), TestExam.names(in));
    }

    private void assertPartCame(Path folder) throws Exception {
        Set<String> names = TestExam.names(folder);
        assertTrue(names.size() >= BEFORE_CANCEL && names.size() < OBJECTS, names.size() + " came");
        assertTrue(TestExam.names(files).containsAll(names), names.toString());
        for (StorageUser.Sendable file : files) {
            assertTrue(!names.contains(file.sopInstance() + ".dcm") || TestExam.isIntact(file, folder));
        }
    }
}
