package org.candela.net.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Passes bytes on between a client and a server, and cuts the wire when so many have passed one way. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final URI target;
    private final AtomicLong untilCutDown = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong untilCutUp = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger connections = new AtomicInteger();

    private CuttingProxy(URI target) throws IOException {
        this.target = target;
    }

    static CuttingProxy before(URI target) throws IOException {
        CuttingProxy proxy = new CuttingProxy(target);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    /** Cuts once, after {@code bytes} to the client. */
    void cutAnswersAfter(long bytes) {
        untilCutDown.set(bytes);
    }

    /** Cuts once, after {@code bytes} to the server. */
    void cutRequestsAfter(long bytes) {
        untilCutUp.set(bytes);
    }

    int connections() {
        return connections.get();
    }

    URI uri() {
        return URI.create(target.getScheme() + "://127.0.0.1:" + listening.getLocalPort() + target.getPath());
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                connections.incrementAndGet();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target.getPort());
                threads.execute(() -> pass(client, server, untilCutUp));
                threads.execute(() -> pass(server, client, untilCutDown));
            }
        } catch (IOException e) {
            threads.shutdownNow();
        }
    }

    private static void pass(Socket from, Socket to, AtomicLong untilCut) {
        byte[] buffer = new byte[16 << 10];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                long left = untilCut.get();
                if (left < count) {
                    untilCut.set(Long.MAX_VALUE);
                    out.write(buffer, 0, (int) left);
                    out.flush();
                    return;
                }
                untilCut.set(left == Long.MAX_VALUE ? left : left - count);
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // The other direction was cut, or a side hung up: both ends are closed here.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
