package org.candela.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.candela.demo.HomeLink.Moment;
import org.candela.demo.HomeLink.Pull;
import org.candela.demo.HomeLink.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

// [utest->req~demo.link~1]
@SuppressWarnings("NullAway.Init")
class HomeLinkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration IN_VAIN = Duration.ofMillis(500);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private HomeLink link;
    private URI address;

    @BeforeEach
    void lead() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body = "whole".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        link = new HomeLink(threads);
        address = URI.create(
                "http://127.0.0.1:" + link.lead("web", server.getAddress().getPort()) + "/");
    }

    @AfterEach
    void close() {
        link.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void nobodyElseGetsThePortWhileTheLineIsRefused() throws Exception {
        link.pull(Trouble.REFUSED);

        assertThrows(ConnectException.class, this::getInVain);
        try (ServerSocket other = new ServerSocket()) {
            other.setReuseAddress(false);
            assertThrows(
                    BindException.class,
                    () -> other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort())));
        }
        link.mend();
        assertEquals("whole", get().body());
    }

    @Test
    void aLineThatIsMendedAtOnceIsThereAgain() throws Exception {
        for (int i = 0; i < 200; i++) {
            link.pull(Trouble.REFUSED);
            link.mend();
        }
        assertEquals("whole", get().body());
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        return get(PATIENCE);
    }

    private HttpResponse<String> getInVain() throws IOException, InterruptedException {
        return get(IN_VAIN);
    }

    private HttpResponse<String> get(Duration patience) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address).timeout(patience).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whatIsWellPassesAndIsCounted() throws Exception {
        assertEquals("whole", get().body());
        assertEquals("whole", get().body());

        assertEquals(Map.of("web", 2), link.exchanges());
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"REFUSED", "RESET", "SILENT", "HALF_CLOSED"})
    void nothingGetsThroughUntilItIsMended(Trouble trouble) throws Exception {
        get();

        link.pull(trouble);

        assertThrows(IOException.class, this::getInVain);
        assertEquals(1, asked.get());
        link.mend();
        assertEquals("whole", get().body());
    }

    @Test
    void aPulledCableRefusesConnections() {
        link.pull(Trouble.REFUSED);

        assertThrows(ConnectException.class, this::get);
    }

    @Test
    void aFailingServiceAnswers503AndIsNotReached() throws Exception {
        link.pull(Trouble.SERVER_ERROR);

        assertEquals(503, get().statusCode());
        assertEquals(0, asked.get());
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"SLOW", "DELAYED"})
    void aSlowLinePassesEverythingLate(Trouble trouble) throws Exception {
        link.pull(trouble);
        long begun = System.nanoTime();

        assertEquals("whole", get().body());

        assertTrue(System.nanoTime() - begun >= HomeLink.LAG.toNanos());
    }

    @Test
    void aRequestThatIsPulledBeforeItGoesIsNeverSeen() throws Exception {
        link.pullAt(new Pull("web", 2, Moment.BEFORE_REQUEST, Trouble.SERVER_ERROR));

        assertEquals(200, get().statusCode());
        assertFalse(link.wasPulled());
        assertEquals(503, get().statusCode());

        assertTrue(link.wasPulled());
        assertEquals(1, asked.get());
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"BEFORE_ANSWER", "WITHIN_ANSWER"})
    void aRequestWhoseAnswerIsLostWasActedUpon(Moment moment) throws Exception {
        link.pullAt(new Pull("web", 1, moment, Trouble.SILENT));

        assertThrows(IOException.class, this::getInVain);

        assertTrue(link.wasPulled());
        assertEquals(1, asked.get());
    }
}
