package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.candela.Peer;
import org.candela.base.Cancellation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line dies in the middle of a PDU, either way, whoever opened it: what is whole stays, and a retry brings the rest. */
// [utest->req~net.dimse.whole-objects~1]
class CutHalfWayTest {
    private static final int OBJECTS = 8;
    private static final int BYTES = 200 * 512;
    /** Amid the sixth object, and amid a PDU of it. */
    private static final long AMID = 5L * BYTES + BYTES / 2;

    private static final long PATIENCE_SECONDS = 10;

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, 64, 60, TimeUnit.SECONDS, new SynchronousQueue<>());
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final ApplicationEntity entity = new ApplicationEntity(threads, scheduler);

    @TempDir
    private Path folder;

    private DcmtkPrograms peers;
    private List<StorageUser.Sendable> files;
    private Path in;

    @BeforeEach
    void makeObjects() throws Exception {
        peers = new DcmtkPrograms(folder);
        files = TestExam.objects(folder.resolve("objects"), OBJECTS, BYTES);
        in = Files.createDirectory(folder.resolve("in"));
    }

    @AfterEach
    void end() {
        if (peers != null) {
            peers.close();
        }
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    @Test
    void whatWeSendIsCutAndTheRestGoesAgain() throws Exception {
        int storescp = DcmtkPrograms.freePort();
        peers.start("storescp", "-od", in.toString(), "-uf", String.valueOf(storescp));
        DcmtkPrograms.await(entity, TestExam.endpoint(storescp, "STORESCP"));
        try (CuttingProxy proxy = CuttingProxy.to(storescp).cuttingToServerAfter(AMID)) {
            DimseEndpoint endpoint = TestExam.endpoint(proxy.port(), "STORESCP");
            List<StorageUser.Sendable> rest = new ArrayList<>(files);

            DimseException failure = assertThrows(DimseException.class, () -> send(endpoint, rest));

            assertTellsWhatToDo(failure);
            assertTrue(proxy.hasCut());
            assertEquals(OBJECTS - 5, rest.size());
            send(endpoint, rest);
            assertEquals(0, rest.size());
        }
        assertNothingIsLeftRunning();
        int whole = 0;
        for (String name : TestExam.names(in)) {
            whole += Files.size(in.resolve(name)) > BYTES ? 1 : 0;
        }
        assertEquals(OBJECTS, whole);
    }

    /** Takes from {@code rest} what the peer has confirmed. */
    private void send(DimseEndpoint endpoint, List<StorageUser.Sendable> rest) throws Exception {
        try (Association association = entity.connect(endpoint, StorageUser.contextsFor(rest), new Cancellation())) {
            while (!rest.isEmpty()) {
                StorageUser.send(association, rest.get(0), new Cancellation());
                rest.remove(0);
            }
        }
    }

    @Test
    void whatWeGetIsCutAndGotAgain() throws Exception {
        int archive = peers.archive(entity, 104);
        send(TestExam.endpoint(archive, "QRSCP"), new ArrayList<>(files));
        try (CuttingProxy proxy = CuttingProxy.to(archive).cuttingToClientAfter(AMID)) {
            DimseEndpoint endpoint = TestExam.endpoint(proxy.port(), "QRSCP");

            DimseException failure = assertThrows(DimseException.class, () -> get(endpoint));

            assertTellsWhatToDo(failure);
            assertEquals(5, TestExam.names(in).size(), TestExam.names(in).toString());
            assertAllIntact();

            proxy.cuttingToServerAfter(1500); // amid the association request, or an answer of ours
            assertTellsWhatToDo(assertThrows(DimseException.class, () -> get(endpoint)));
            assertAllIntact();
            assertNothingIsLeftRunning();

            assertEquals(OBJECTS, get(endpoint).completed());
        }
        assertEquals(TestExam.names(files), TestExam.names(in));
        assertAllIntact();
    }

    private ServiceUser.Counts get(DimseEndpoint endpoint) throws Exception {
        Contexts contexts = Contexts.gets(List.of(files.get(0).sopClass()), StorageClasses.syntaxes());
        try (Association association = entity.connect(endpoint, contexts, new Cancellation())) {
            return new ServiceUser(association)
                    .get(TestExam.study(), TestExam.inbox(in), each -> {}, new Cancellation());
        }
    }

    @Test
    void whatAPeerSendsUsIsCutAndSentAgain() throws Exception {
        try (ServiceProvider port = entity.listen(TestExam.port(in, "STORESCU"));
                CuttingProxy proxy = CuttingProxy.to(port.port()).cuttingToServerAfter(AMID)) {
            assertTrue(storescu(proxy.port()) != 0);
            assertTrue(proxy.hasCut());
            assertComes(() -> isHere(5));
            assertAllIntact();

            proxy.cuttingToClientAfter(700); // amid an answer of ours: its object is kept, and sent again
            assertTrue(storescu(proxy.port()) != 0);
            assertComes(() -> threads.getActiveCount() == 1); // the port itself
            assertAllIntact();

            assertEquals(0, storescu(proxy.port()));
        }
        assertEquals(TestExam.names(files), TestExam.names(in));
        assertAllIntact();
        assertNothingIsLeftRunning();
    }

    private int storescu(int port) throws Exception {
        return Peer.answer(
                        folder,
                        List.of(
                                "storescu",
                                "-aet",
                                "STORESCU",
                                "-aec",
                                "CANDELA",
                                "+sd",
                                "127.0.0.1",
                                String.valueOf(port),
                                folder.resolve("objects").toString()))
                .exit();
    }

    @Test
    void aMoveToUsIsCutAndMovedAgain() throws Exception {
        try (ServiceProvider port = entity.listen(TestExam.port(in, "QRSCP"));
                CuttingProxy proxy = CuttingProxy.to(port.port()).cuttingToServerAfter(AMID)) {
            int archive = peers.archive(entity, proxy.port());
            send(TestExam.endpoint(archive, "QRSCP"), new ArrayList<>(files));

            ServiceUser.Counts cut = move(archive);

            assertTrue(proxy.hasCut());
            assertTrue(cut.failed() > 0, cut.toString());
            assertComes(() -> isHere(5));
            assertAllIntact();
            assertEquals(new ServiceUser.Counts(OBJECTS, 0, 0, 0), move(archive));
        }
        assertEquals(TestExam.names(files), TestExam.names(in));
        assertAllIntact();
        assertNothingIsLeftRunning();
    }

    private ServiceUser.Counts move(int archive) throws Exception {
        try (Association association =
                entity.connect(TestExam.endpoint(archive, "QRSCP"), Contexts.moves(), new Cancellation())) {
            return new ServiceUser(association).move(TestExam.study(), "CANDELA", each -> {}, new Cancellation());
        }
    }

    /** One line, which names the peer and what to do. */
    private static void assertTellsWhatToDo(DimseException failure) {
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains("try again"), message);
        assertTrue(message.contains("@127.0.0.1:") && !message.contains("\n"), message);
        assertEquals(DimseException.Kind.BROKEN, failure.kind());
    }

    private boolean isHere(int count) {
        try {
            Set<String> names = TestExam.names(in);
            return names.size() == count && names.stream().noneMatch(name -> name.startsWith("."));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void assertAllIntact() throws Exception {
        for (StorageUser.Sendable file : files) {
            Path arrived = in.resolve(file.sopInstance() + ".dcm");
            assertTrue(!Files.exists(arrived) || TestExam.isIntact(file, in), "differs: " + arrived);
        }
        assertTrue(TestExam.names(in).stream().noneMatch(name -> name.startsWith(".")), "half an object is left");
    }

    /** No thread works, and no connection is watched any longer. */
    private void assertNothingIsLeftRunning() throws Exception {
        assertComes(() -> threads.getActiveCount() == 0);
        assertComes(() -> scheduler.getQueue().isEmpty());
    }

    private static void assertComes(BooleanSupplier state) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!state.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "does not come");
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
