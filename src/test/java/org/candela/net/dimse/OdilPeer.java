package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.candela.Peer;
import org.candela.base.Cancellation;
import org.junit.jupiter.api.Assumptions;

/** The peer of normalized_peer.py, which speaks through odil, until a test closes it; skips the test without odil. */
final class OdilPeer implements AutoCloseable {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String SCRIPT = "normalized_peer.py";
    private static final Path ODIL = Path.of("/usr/lib/python3/dist-packages/odil/__init__.py");
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private OdilPeer(Process process) {
        this.process = process;
    }

    private static List<String> command(Path folder, List<String> arguments) throws IOException {
        Assumptions.assumeTrue(Files.exists(ODIL), "python3-odil is not installed");
        Path script = folder.resolve(SCRIPT);
        try (InputStream source = Objects.requireNonNull(OdilPeer.class.getResourceAsStream(SCRIPT))) {
            Files.write(script, source.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of(PYTHON, script.toString()));
        command.addAll(arguments);
        return command;
    }

    /** Does one thing as user, to its end, and tells what it saw. */
    static String run(Path folder, String... arguments) throws Exception {
        return Peer.run(folder, command(folder, List.of(arguments)));
    }

    /** Serves one association on each of the ports named last. */
    static OdilPeer serving(Path folder, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("serve"));
        words.addAll(List.of(arguments));
        OdilPeer peer = new OdilPeer(new ProcessBuilder(command(folder, words))
                .redirectErrorStream(true)
                .start());
        Thread reader = new Thread(peer::read, "odil");
        reader.setDaemon(true);
        reader.start();
        return peer;
    }

    private void read() {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("ended: " + e); // closed
        }
    }

    /** The next line it says that begins so; others are dropped. */
    String await(String start) throws InterruptedException {
        List<String> others = new ArrayList<>();
        while (true) {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertTrue(line != null, "no \"" + start + "\" but " + others);
            if (line.startsWith(start)) {
                return line;
            }
            others.add(line);
        }
    }

    /** Connects as soon as it listens, which it does for one connection at a time. */
    static Association connect(ApplicationEntity entity, int port, Contexts contexts) throws Exception {
        DimseEndpoint endpoint = DimseEndpoint.of(URI.create("dicom://PEER@127.0.0.1:" + port), "CANDELA")
                .within(Duration.ofSeconds(10));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                return entity.connect(endpoint, contexts, new Cancellation());
            } catch (DimseException e) {
                if (e.kind() != DimseException.Kind.UNREACHABLE || System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
