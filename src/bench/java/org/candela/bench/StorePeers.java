package org.candela.bench;

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
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.Association;
import org.candela.net.dimse.Contexts;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.dimse.DimseException;
import org.candela.net.dimse.Inbox;
import org.candela.net.dimse.ServiceProvider;
import org.candela.net.dimse.ServiceUser;
import org.candela.net.dimse.StorageUser;

/** Both ends of C-STORE on the loopback, ours in this JVM and those of DCMTK, until it is closed. */
final class StorePeers implements AutoCloseable {
    private static final String OUR_TITLE = "CANDELA";
    private static final String SENDER = "STORESCU";
    private static final String RECEIVER = "STORESCP";
    private static final long MOST_BYTES = 1L << 30;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final ApplicationEntity entity = new ApplicationEntity(threads, scheduler);
    private final List<Process> running = new ArrayList<>();
    private final List<ServiceProvider> listening = new ArrayList<>();

    /** Whether DCMTK holds back small packets (Nagle's algorithm), as it does unless it is told not to. */
    enum Nagle {
        ON,
        OFF
    }

    /** Starts storescp; returns its port once it answers. */
    int storescp(Path into, Nagle nagle) throws IOException {
        int port = freePort();
        Files.createDirectories(into);
        running.add(new ProcessBuilder(command(nagle, "storescp", "-od", into.toString(), String.valueOf(port)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
        awaitEcho(endpoint(port));
        return port;
    }

    /** Opens our port. */
    int ours(Path into) throws IOException {
        ServiceProvider provider = entity.listen(new ServiceProvider.Settings(
                OUR_TITLE,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                DimseEndpoint.Security.PLAIN,
                List.of(new ServiceProvider.Allowed(SENDER, Set.of())),
                new Inbox(Files.createDirectories(into), MOST_BYTES, stored -> {}),
                PATIENCE,
                4));
        listening.add(provider);
        return provider.port();
    }

    /** storescu with {@code files} to a port, as a whole process. */
    Contender storescu(List<Path> files, int port, String called, Nagle nagle) {
        List<String> command = command(nagle, "storescu", "-aet", SENDER, "-aec", called, "127.0.0.1");
        command.add(String.valueOf(port));
        files.forEach(file -> command.add(file.toString()));
        return new WholeProcess("storescu to " + called.toLowerCase(Locale.ROOT), List.of(command), files.size());
    }

    Contender storescuToStorescp(List<Path> files, int port, Nagle nagle) {
        return storescu(files, port, RECEIVER, nagle);
    }

    Contender storescuToUs(List<Path> files, int port, Nagle nagle) {
        return storescu(files, port, OUR_TITLE, nagle);
    }

    /** Ours, from the names of files to the end of the association. */
    Contender oursToStorescp(List<Path> files, int port) {
        return new ByTheClock("Candela", files.size(), () -> send(files, port));
    }

    private void send(List<Path> files, int port) throws IOException, CandelaException {
        List<StorageUser.Sendable> sendable = new ArrayList<>();
        for (Path file : files) {
            sendable.add(StorageUser.Sendable.of(file));
        }
        try (Association association =
                entity.connect(endpoint(port), StorageUser.contextsFor(sendable), new Cancellation())) {
            for (StorageUser.Sendable file : sendable) {
                StorageUser.send(association, file, new Cancellation());
            }
        }
    }

    private static DimseEndpoint endpoint(int port) {
        return DimseEndpoint.of(URI.create("dicom://" + RECEIVER + "@127.0.0.1:" + port), OUR_TITLE);
    }

    private static List<String> command(Nagle nagle, String... words) {
        List<String> command = new ArrayList<>();
        if (nagle == Nagle.OFF) {
            command.addAll(List.of("env", "TCP_NODELAY=1"));
        }
        command.addAll(List.of(words));
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitEcho(DimseEndpoint endpoint) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Association association = entity.connect(endpoint, Contexts.verification(), new Cancellation())) {
                new ServiceUser(association).echo(new Cancellation());
                return;
            } catch (DimseException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IOException(e);
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        listening.forEach(ServiceProvider::close);
        running.forEach(Process::destroyForcibly);
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    /** Work of this JVM; two programs share it, so that no processor's time tells how long it takes. */
    record ByTheClock(String name, long amount, Work work) implements Contender {
        /** Something to do. */
        interface Work {
            void once() throws IOException, CandelaException;
        }

        @Override
        public Round run(int count) throws IOException {
            long began = System.nanoTime();
            for (int i = 0; i < count; i++) {
                try {
                    work.once();
                } catch (CandelaException e) {
                    throw new IOException(e);
                }
            }
            long spent = System.nanoTime() - began;
            return new Round(count, spent, spent, amount);
        }
    }
}
