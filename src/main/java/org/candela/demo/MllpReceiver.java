package org.candela.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.candela.demo.DemoFaults.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes HL7 messages over MLLP: keeps each once, by MSH-10, and acknowledges it as often as it comes. Needs two threads of
 * the executor, and one more for each further connection.
 */
final class MllpReceiver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MllpReceiver.class);
    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int CARRIAGE_RETURN = 0x0D;
    private static final int MOST_BYTES = 16 << 20;

    private final ServerSocket server;
    private final Path folder;
    private final DemoFaults faults;
    private final Executor executor;
    private final Set<String> received = new HashSet<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private MllpReceiver(ServerSocket server, Path folder, DemoFaults faults, Executor executor) {
        this.server = server;
        this.folder = folder;
        this.faults = faults;
        this.executor = executor;
    }

    /** Listens on a free port of the loopback address; messages are kept in {@code folder}. */
    static MllpReceiver start(Path folder, DemoFaults faults, Executor executor) throws IOException {
        Files.createDirectories(folder);
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        MllpReceiver receiver = new MllpReceiver(server, folder, faults, executor);
        executor.execute(receiver::accept);
        return receiver;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                executor.execute(() -> serve(connection));
            } catch (IOException e) {
                LOG.debug("stopped listening", e);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            for (Optional<String> message = read(in); message.isPresent(); message = read(in)) {
                if (!answer(message.orElseThrow(), out)) {
                    return;
                }
            }
        } catch (IOException e) {
            LOG.debug("a connection ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    /** The bytes between the start block and the end block; empty when the connection ends. */
    private static Optional<String> read(InputStream in) throws IOException {
        int next = in.read();
        while (next >= 0 && next != START) {
            next = in.read();
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (next = in.read(); next >= 0; next = in.read()) {
            if (next == END && in.read() == CARRIAGE_RETURN) {
                return Optional.of(message.toString(StandardCharsets.UTF_8));
            }
            if (message.size() == MOST_BYTES) {
                throw new IOException("a message of more than " + MOST_BYTES + " bytes");
            }
            message.write(next);
        }
        return Optional.empty();
    }

    /** Whether the connection goes on. */
    private boolean answer(String message, OutputStream out) throws IOException, InterruptedException {
        String controlId = Hl7Ack.controlId(message);
        boolean isClosing = faults.await(Service.REPORT);
        switch (faults.of(Service.REPORT)) {
            case SERVER_ERROR -> send(Hl7Ack.of(message, "AE", controlId), out);
            case WRONG_END -> send(Hl7Ack.of(message, "AA", "ANOTHER"), out);
            case HANG_UP, SILENCE -> {
                return false;
            }
            case HALF_ANSWER -> {
                // Kept, but the sender never hears of it: the case that makes messages come twice.
                keep(message, controlId);
                return false;
            }
            case NONE -> send(Hl7Ack.of(message, keep(message, controlId), controlId), out);
        }
        return !isClosing;
    }

    /** Keeps a message that is new; returns the acknowledgement code. */
    // [impl->req~demo.report-once~1]
    private String keep(String message, String controlId) throws IOException {
        if (controlId.isEmpty()) {
            return "AR";
        }
        synchronized (received) {
            if (received.add(controlId)) {
                Path file = folder.resolve(String.format(Locale.ROOT, "%04d.hl7", received.size()));
                Files.writeString(file, message, StandardCharsets.UTF_8);
            }
        }
        return "AA";
    }

    private static void send(String ack, OutputStream out) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(START);
        frame.writeBytes(ack.getBytes(StandardCharsets.UTF_8));
        frame.write(END);
        frame.write(CARRIAGE_RETURN);
        out.write(frame.toByteArray());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
