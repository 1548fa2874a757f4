package org.candela;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A server on loopback whose every answer a test gives; remembers what it was asked. */
public final class TestWeb implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private TestWeb(HttpServer server) {
        this.server = server;
    }

    /** One request. */
    public record Asked(String method, String target, com.sun.net.httpserver.Headers headers, String body) {
        public String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    /** Answers the {@code number}-th request, from 1. */
    public interface Script {
        void answer(Reply reply, Asked asked, int number) throws IOException;
    }

    public static TestWeb serving(Script script) throws IOException {
        return start(HttpServer.create(loopback(), 0), script);
    }

    public static TestWeb serving(SSLContext context, Script script) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setWantClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        return start(server, script);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static TestWeb start(HttpServer server, Script script) {
        TestWeb web = new TestWeb(server);
        server.setExecutor(web.threads);
        server.createContext("/", exchange -> {
            Asked one = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            int number;
            synchronized (web.asked) {
                web.asked.add(one);
                number = web.asked.size();
            }
            try (exchange) {
                script.answer(new Reply(exchange), one, number);
            }
        });
        server.start();
        return web;
    }

    public URI uri() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/dicom-web");
    }

    public List<Asked> asked() {
        return asked;
    }

    /** How a test answers. */
    public record Reply(HttpExchange exchange) {
        public Reply with(String name, String value) {
            exchange.getResponseHeaders().add(name, value);
            return this;
        }

        public void status(int status) throws IOException {
            exchange.sendResponseHeaders(status, -1);
        }

        public void json(String text) throws IOException {
            with("Content-Type", "application/dicom+json").bytes(200, text.getBytes(StandardCharsets.UTF_8));
        }

        public void bytes(int status, byte[] body) throws IOException {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }

        /** Announces all of {@code body} and sends its first {@code count} bytes. */
        public void cut(byte[] body, int count) throws IOException {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, count);
            exchange.getResponseBody().flush();
            throw new IOException("cut on purpose");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
