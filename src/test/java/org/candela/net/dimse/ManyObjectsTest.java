package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.OrthancServer;
import org.candela.Peer;
import org.candela.base.Cancellation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A study of many objects through every peer, and many peers at once; {@code -Dcandela.dimse.objects=1000} for more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyObjectsTest {
    private static final int OBJECTS = Integer.getInteger("candela.dimse.objects", 60);
    private static final int BYTES = 64 * 512;
    private static final int SENDERS = 4;
    private static final long PATIENCE_SECONDS = 30L + OBJECTS / 2;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final ApplicationEntity entity = new ApplicationEntity(threads, scheduler);

    private Path folder;
    private Path in;
    private ServiceProvider port;
    private DcmtkPrograms peers;
    private OrthancServer orthanc;
    private int qrscp;
    private List<StorageUser.Sendable> files;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        in = folder.resolve("in");
        port = entity.listen(TestExam.port(in, "ORTHANC", "QRSCP", "PEER0", "PEER1", "PEER2", "PEER3"));
        peers = new DcmtkPrograms(folder);
        qrscp = peers.archive(entity, port.port());
        orthanc = OrthancServer.start(folder.resolve("orthanc"), """
            "DicomAlwaysAllowMove": true,
            "DicomModalities": { "candela": { "AET": "CANDELA", "Host": "127.0.0.1", "Port": %d } },
            """.formatted(port.port()));
        files = TestExam.objects(folder.resolve("objects"), OBJECTS, BYTES);
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

    private DimseEndpoint archive(String title) {
        return TestExam.endpoint(title.equals("QRSCP") ? qrscp : orthanc.dicomPort(), title);
    }

    private int send(DimseEndpoint endpoint) throws Exception {
        try (Association association = entity.connect(endpoint, StorageUser.contextsFor(files), new Cancellation())) {
            TestExam.send(association, files);
        }
        return files.size();
    }

    private int get(DimseEndpoint endpoint, Path got) throws Exception {
        Contexts contexts = Contexts.gets(StorageClasses.all(), StorageClasses.syntaxes());
        try (Association association = entity.connect(endpoint, contexts, new Cancellation())) {
            return new ServiceUser(association)
                    .get(TestExam.study(), TestExam.inbox(got), each -> {}, new Cancellation())
                    .completed();
        }
    }

    private void assertAllIn(Path arrived) throws Exception {
        assertEquals(TestExam.names(files), TestExam.names(arrived));
        for (StorageUser.Sendable file : files) {
            assertTrue(TestExam.isIntact(file, arrived), "differs: " + file.sopInstance());
        }
    }

    private void empty(Path arrived) throws Exception {
        for (String name : TestExam.names(arrived)) {
            Files.delete(arrived.resolve(name));
        }
    }

    // [utest->req~net.dimse.store~1]
    @ParameterizedTest
    @ValueSource(strings = {"ORTHANC", "QRSCP"})
    void allGoToAnArchiveAndComeBackByGetAndByMove(String title, @TempDir Path got) throws Exception {
        empty(in);

        send(archive(title));
        assertEquals(OBJECTS, get(archive(title), got));
        assertAllIn(got);

        try (Association association = entity.connect(archive(title), Contexts.moves(), new Cancellation())) {
            ServiceUser.Counts counts =
                    new ServiceUser(association).move(TestExam.study(), "CANDELA", each -> {}, new Cancellation());
            assertEquals(new ServiceUser.Counts(OBJECTS, 0, 0, 0), counts);
        }
        assertAllIn(in);
    }

    // [utest->req~net.dimse.whole-objects~1]
    @Test
    void allComeWhenMovescuHasThemSentToUs() throws Exception {
        send(archive("ORTHANC"));
        empty(in);

        Peer.run(
                folder,
                List.of(
                        "movescu",
                        "-S",
                        "-aec",
                        "ORTHANC",
                        "-aem",
                        "CANDELA",
                        "-k",
                        "QueryRetrieveLevel=STUDY",
                        "-k",
                        "StudyInstanceUID=" + TestExam.STUDY,
                        "127.0.0.1",
                        String.valueOf(orthanc.dicomPort())));

        assertAllIn(in);
    }

    /** Four senders, a retrieval and a transfer of ours at the same time, by one application entity. */
    // [utest->req~net.dimse.many-peers~1]
    @Test
    void oneEntityServesManyPeersAtOnce(@TempDir Path got, @TempDir Path sent) throws Exception {
        int storescp = DcmtkPrograms.freePort();
        peers.start("storescp", "-od", sent.toString(), String.valueOf(storescp));
        DcmtkPrograms.await(entity, TestExam.endpoint(storescp, "STORESCP"));
        send(archive("QRSCP"));
        empty(in);
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            int sender = i;
            all.add(() -> storescu(sender));
        }
        all.add(() -> get(archive("QRSCP"), got));
        all.add(() -> send(TestExam.endpoint(storescp, "STORESCP")));

        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> each : threads.invokeAll(all, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            answers.add(each.get());
        }

        assertEquals(List.of(0, 0, 0, 0, OBJECTS, OBJECTS), answers);
        assertAllIn(in);
        assertAllIn(got);
        assertEquals(OBJECTS, sent.toFile().list().length);
    }

    /** Each sends its quarter. */
    private int storescu(int sender) throws Exception {
        List<String> command = new ArrayList<>(Arrays.asList("storescu", "-aet", "PEER" + sender, "-aec", "CANDELA"));
        command.addAll(List.of("127.0.0.1", String.valueOf(port.port())));
        for (int i = sender; i < OBJECTS; i += SENDERS) {
            command.add(files.get(i).file().toString());
        }
        return Peer.answer(folder, command).exit();
    }
}
