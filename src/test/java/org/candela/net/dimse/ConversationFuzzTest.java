package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candela.Fuzz;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole associations in both roles with a peer that says what peers said, damaged: each ends with a result or a failure that
 * is declared, its connection closed, nothing scheduled, no half object on disk. In memory, so that one thread does all and its
 * time and memory are counted, and less often over the loopback.
 */
// [utest->req~net.dimse.pdus~1]
class ConversationFuzzTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);

    @TempDir
    private Path folder;

    @BeforeEach
    void forgetWhatIsCancelled() {
        scheduler.setRemoveOnCancelPolicy(true);
    }

    @AfterEach
    void end() {
        scheduler.shutdownNow();
    }

    @Test
    void whateverAProviderSaysTheAssociationEndsAsDeclared() throws Exception {
        List<Fuzz.Seed> seeds = new ArrayList<>(Conversations.ofProviders());
        seeds.addAll(DcmtkConversations.ofProviders(folder));

        Fuzz.slice("net.dimse.requestor", 1500)
                .allowing(CandelaException.class)
                .run(seeds, new PduMutation(1)::mutated, (input, random) -> request(input))
                .requireBothOutcomes();

        assertNothingHalf();
    }

    private Object request(byte[] input) throws CandelaException, IOException {
        Talk talk = Talk.of(input[0]);
        MemorySocket socket = new MemorySocket(input, 1);
        try {
            Association association = Association.requesting(
                    Wire.over(new Wire.Line(socket, socket), TIMEOUT, scheduler), Conversations.PEER);
            association.request(talk.contexts().request(Conversations.PEER), new Cancellation());
            try (association) {
                talk.use(association, folder);
            }
            assertTrue(association.isEnded(), "ended");
            return talk;
        } finally {
            assertLeftNothing(socket);
        }
    }

    @Test
    void whateverAUserSaysTheAssociationEndsAsDeclared() throws Exception {
        List<Fuzz.Seed> seeds = new ArrayList<>(Conversations.ofUsers());
        seeds.addAll(DcmtkConversations.ofUsers(folder));

        Fuzz.slice("net.dimse.acceptor", 1500)
                .run(seeds, new PduMutation(0)::mutated, (input, random) -> accept(input));

        assertNothingHalf();
    }

    /** The port on this thread: one connection, after which it closes. What peers are told of failures is no exception. */
    private Object accept(byte[] input) throws IOException {
        MemorySocket socket = new MemorySocket(input, 0);
        List<ServiceProvider> providers = new ArrayList<>();
        try (ServerSocket listening = new ServerSocket() {
            private boolean isAsked;

            @Override
            public Socket accept() throws IOException {
                if (isAsked) {
                    providers.forEach(ServiceProvider::close);
                    throw new IOException("closed");
                }
                isAsked = true;
                return socket;
            }
        }) {
            ServiceProvider provider = new ServiceProvider(
                    listening,
                    settings(0),
                    (one, settings) -> Wire.over(new Wire.Line(one, one), TIMEOUT, scheduler),
                    Runnable::run);
            providers.add(provider);
            provider.run();
        }
        assertLeftNothing(socket);
        return socket;
    }

    private ServiceProvider.Settings settings(int port) {
        return new ServiceProvider.Settings(
                        "CANDELA",
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        DimseEndpoint.Security.PLAIN,
                        List.of(
                                new ServiceProvider.Allowed("PEER", Set.of()),
                                new ServiceProvider.Allowed("STORESCU", Set.of())),
                        new Inbox(folder, 1 << 16, stored -> {}),
                        TIMEOUT,
                        4)
                .hearing(StorageCommitment::result);
    }

    private void assertLeftNothing(MemorySocket socket) {
        assertTrue(socket.isClosed(), "the socket is open");
        assertEquals(0, scheduler.getQueue().size(), "something is scheduled");
    }

    private void assertNothingHalf() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.startsWith("."))
                            .toList());
        }
    }

    @Test
    void overTheLoopbackNoThreadIsLeftEither() throws Exception {
        ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newCachedThreadPool();
        ApplicationEntity entity = new ApplicationEntity(threads, scheduler);
        try (ServiceProvider provider = entity.listen(settings(0))) {
            Fuzz.slice("net.dimse.loopback", 60)
                    .run(Conversations.ofUsers(), new PduMutation(0)::mutated, (input, random) -> {
                        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), provider.port())) {
                            socket.setSoTimeout(4000);
                            socket.getOutputStream().write(input);
                            socket.shutdownOutput();
                            return socket.getInputStream().readAllBytes();
                        } catch (IOException reset) {
                            return reset; // closed while it was still talked to
                        }
                    });
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(5, TimeUnit.SECONDS), threads + " has threads left");
        assertEquals(0, scheduler.getQueue().size(), "something is scheduled");
        assertNothingHalf();
    }
}
