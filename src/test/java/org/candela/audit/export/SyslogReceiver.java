package org.candela.audit.export;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.candela.TestKeys;

/** Takes frames of RFC 5425 as a repository does, and breaks off where it is told to. */
final class SyslogReceiver implements AutoCloseable {
    private final ServerSocket server;
    private final SSLSocketFactory factory;
    private final boolean asksForCertificate;
    private final Thread taking = new Thread(this::take, "syslog-receiver");
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile int breakAfter = Integer.MAX_VALUE;
    private volatile boolean isSilent;
    private volatile Runnable onFirst = () -> {};

    SyslogReceiver(TestKeys keys, boolean asksForCertificate) throws Exception {
        server = new ServerSocket(0);
        factory = keys.server().getSocketFactory();
        this.asksForCertificate = asksForCertificate;
        taking.setDaemon(true);
        taking.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Syslog messages, without their lengths. */
    List<String> taken() {
        return taken;
    }

    /** Resets each connection after so many messages, as a machine does whose program died. */
    void breakAfter(int messages) {
        breakAfter = messages;
    }

    /** Done while the first message is taken, once. */
    void onFirst(Runnable action) {
        onFirst = action;
    }

    /** Reads all and never closes its side. */
    void staySilent() {
        isSilent = true;
    }

    private void take() {
        while (!server.isClosed()) {
            try (Socket wire = server.accept();
                    SSLSocket socket = (SSLSocket) factory.createSocket(wire, "client", wire.getPort(), true)) {
                socket.setUseClientMode(false);
                socket.setNeedClientAuth(asksForCertificate);
                serve(wire, socket);
            } catch (IOException e) {
                // the next connection
            }
        }
    }

    private void serve(Socket wire, SSLSocket socket) throws IOException {
        InputStream in = socket.getInputStream();
        int count = 0;
        for (Optional<String> next = message(in); next.isPresent(); next = message(in)) {
            taken.add(next.orElseThrow());
            Runnable action = onFirst;
            onFirst = () -> {};
            action.run();
            if (++count == breakAfter) {
                wire.setSoLinger(true, 0);
                wire.close();
                return;
            }
        }
        if (isSilent) {
            try {
                Thread.sleep(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Optional<String> message(InputStream in) throws IOException {
        int length = 0;
        int sign = in.read();
        if (sign < 0) {
            return Optional.empty();
        }
        for (; sign != ' '; sign = in.read()) {
            if (sign < '0' || sign > '9') {
                throw new IOException("not a length");
            }
            length = length * 10 + sign - '0';
        }
        byte[] message = in.readNBytes(length);
        if (message.length < length) {
            throw new EOFException("cut off");
        }
        return Optional.of(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws Exception {
        server.close();
        taking.interrupt();
        taking.join(5_000);
    }
}
