package org.candela.readiness.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.candela.study.SmallStudies;

/**
 * A DICOMweb service on loopback with a link of known properties: rates by a token bucket that all transfers share, a delay before
 * each small answer, and small requests that are swallowed.
 */
final class ShapedService implements AutoCloseable {
    private static final int BLOCK = 8192;
    private static final int OBJECT = 300_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger stored = new AtomicInteger();

    /**
     * How the link is.
     *
     * @param swallowedOf each so many-th small request is never answered; 0 for none
     */
    record Shape(double downBits, double upBits, Duration delay, int swallowedOf) {}

    ShapedService(Shape shape) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        Bucket down = new Bucket(shape.downBits() / 8);
        Bucket up = new Bucket(shape.upBits() / 8);
        server.createContext("/web/studies", exchange -> {
            try (exchange) {
                if (exchange.getRequestMethod().equals("POST")) {
                    take(exchange, up);
                } else if (exchange.getRequestURI().getPath().equals("/web/studies")) {
                    answer(exchange, shape);
                } else {
                    give(exchange, down);
                }
            }
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/web");
    }

    int stored() {
        return stored.get();
    }

    private void answer(HttpExchange exchange, Shape shape) throws IOException {
        if (shape.swallowedOf() > 0 && asked.incrementAndGet() % shape.swallowedOf() == 0) {
            awaitClose(Duration.ofSeconds(20));
            return;
        }
        awaitClose(shape.delay());
        exchange.getResponseHeaders().add("Content-Type", "application/dicom+json");
        send(exchange, "[]");
    }

    private void awaitClose(Duration most) {
        try {
            boolean unused = closing.await(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void give(HttpExchange exchange, Bucket bucket) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=B");
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        byte[] block = new byte[BLOCK];
        for (int part = 0; part < 4; part++) {
            body.write("--B\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < OBJECT; sent += BLOCK) {
                bucket.take(BLOCK);
                body.write(block);
            }
            body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.write("--B--\r\n".getBytes(StandardCharsets.US_ASCII));
        body.close();
    }

    private void take(HttpExchange exchange, Bucket bucket) throws IOException {
        InputStream body = exchange.getRequestBody();
        byte[] block = new byte[BLOCK];
        for (int read = body.read(block); read >= 0; read = body.read(block)) {
            bucket.take(read);
        }
        stored.incrementAndGet();
        exchange.getResponseHeaders().add("Content-Type", "application/dicom+json");
        send(
                exchange,
                "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\""
                        + SmallStudies.instanceUid(1, 0) + "\"]}}]}}");
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** Lets through so many bytes a second, of all together; what was not used within 50 ms is lost. */
    private static final class Bucket {
        private static final long BURST_NANOS = 50_000_000L;
        private final double nanosPerByte;
        private long freeAt = System.nanoTime();

        Bucket(double bytesPerSecond) {
            this.nanosPerByte = 1e9 / bytesPerSecond;
        }

        void take(int bytes) {
            long due;
            synchronized (this) {
                freeAt = Math.max(freeAt, System.nanoTime() - BURST_NANOS) + (long) (bytes * nanosPerByte);
                due = freeAt;
            }
            for (long rest = due - System.nanoTime();
                    rest > 0 && !Thread.currentThread().isInterrupted();
                    rest = due - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
        }
    }
}
