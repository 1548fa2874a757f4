package org.candela.net.dimse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.junit.jupiter.api.Assumptions;

/** Programs of DCMTK that run beside a test until it closes them; skips the test where they are not installed. */
public final class DcmtkPrograms implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 8;

    private final Path folder;
    private final List<Process> running = new ArrayList<>();

    public DcmtkPrograms(Path folder) {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/dcmqrscp")), "DCMTK is not installed");
        this.folder = folder;
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts a server, whose words go to a file named after it. */
    public void start(String... command) throws IOException {
        running.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command[0] + ".log").toFile())
                .start());
    }

    /** Starts dcmqrscp as QRSCP, which knows CANDELA at port {@code own}; returns its port once it answers. */
    public int archive(ApplicationEntity entity, int own) throws Exception {
        int port = freePort();
        Path store = Files.createDirectories(folder.resolve("qr"));
        Path config = Files.writeString(folder.resolve("qr.cfg"), """
                NetworkTCPPort = %d
                MaxPDUSize = 16384
                MaxAssociations = 16
                HostTable BEGIN
                candela = (CANDELA, localhost, %d)
                HostTable END
                VendorTable BEGIN
                VendorTable END
                AETable BEGIN
                QRSCP %s RW (2000, 1024mb) ANY
                AETable END
                """.formatted(port, own, store));
        start("dcmqrscp", "-c", config.toString());
        await(entity, DimseEndpoint.of(URI.create("dicom://QRSCP@127.0.0.1:" + port), "CANDELA"));
        return port;
    }

    /** Returns once the server answers an echo. */
    public static void await(ApplicationEntity entity, DimseEndpoint endpoint) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try (Association association = entity.connect(endpoint, Contexts.verification(), new Cancellation())) {
                new ServiceUser(association).echo(new Cancellation());
                return;
            } catch (DimseException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    @Override
    public void close() {
        running.forEach(Process::destroyForcibly);
    }
}
