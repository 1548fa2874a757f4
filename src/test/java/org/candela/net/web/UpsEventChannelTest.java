package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.net.web.UpsEventChannel.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// [utest->req~net.web.ups-events~1]
class UpsEventChannelTest {
    private static final String CLAIMED = "{\"00000002\":{\"vr\":\"UI\",\"Value\":[\"1.2.840.10008.5.1.4.34.6.4\"]},"
            + "\"00001000\":{\"vr\":\"UI\",\"Value\":[\"1.2.77.1\"]},"
            + "\"00001002\":{\"vr\":\"US\",\"Value\":[1]},"
            + "\"00741000\":{\"vr\":\"CS\",\"Value\":[\"IN PROGRESS\"]}}";

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<State> states = new LinkedBlockingQueue<>();
    private final BlockingQueue<UpsEvent> events = new LinkedBlockingQueue<>();
    private WebSocketTestServer server;

    @BeforeEach
    void start() throws IOException {
        server = WebSocketTestServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        scheduler.shutdownNow();
    }

    private UpsEventChannel open(Duration heartbeat) {
        WebEndpoint endpoint = WebEndpoint.of(server.root())
                .as(WebCredentials.basic("u", "p"))
                .retrying(new RetryPolicy(2, Duration.ofMillis(10), Duration.ofMillis(40)));
        UpsEventChannel.Settings settings =
                new UpsEventChannel.Settings(endpoint, UpsEventChannel.uriOf(endpoint, "CANDELA"), heartbeat);
        UpsEventChannel channel =
                new UpsEventChannel(settings, HttpClient.newHttpClient(), scheduler, new UpsEventChannel.Listener() {
                    @Override
                    public void onEvent(UpsEvent event) {
                        events.add(event);
                    }

                    @Override
                    public void onState(State state) {
                        states.add(state);
                    }
                });
        channel.open();
        return channel;
    }

    private UpsEvent nextEvent() throws InterruptedException {
        return Objects.requireNonNull(events.poll(5, TimeUnit.SECONDS), "no event came");
    }

    private void assertNext(State expected) throws InterruptedException {
        assertEquals(expected, states.poll(5, TimeUnit.SECONDS));
    }

    @Test
    void eventsComeWholeEvenInPieces() throws Exception {
        try (UpsEventChannel channel = open(Duration.ofMinutes(1))) {
            WebSocketTestServer.Connection connection = server.next();
            assertNext(State.OPEN);
            assertTrue(connection.head().startsWith("GET /dicom-web/subscribers/CANDELA "), connection.head());
            assertEquals("Basic dTpw", WebSocketTestServer.field(connection.head(), "Authorization"));

            connection.textInTwo(CLAIMED);
            connection.text("no event at all");
            connection.text("[" + CLAIMED + "]");

            UpsEvent event = nextEvent();
            assertEquals(UpsEvent.Kind.STATE_REPORT, event.kind());
            assertEquals("1.2.77.1", event.workitem().value());
            assertEquals(Optional.of(UpsState.IN_PROGRESS), event.state());
            assertEquals(event.workitem(), nextEvent().workitem());
        }
        assertNext(State.CLOSED);
    }

    @Test
    void aConnectionThatIsCutIsOpenedAgainHoweverOftenThatFails() throws Exception {
        try (UpsEventChannel channel = open(Duration.ofMinutes(1))) {
            WebSocketTestServer.Connection first = server.next();
            assertNext(State.OPEN);
            server.refuse(true);
            first.cut();
            assertNext(State.WAITING);
            assertNext(State.WAITING);
            server.refuse(false);

            WebSocketTestServer.Connection second = server.next();
            second.text(CLAIMED);

            assertEquals("1.2.77.1", nextEvent().workitem().value());
        }
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() throws Exception {
        try (UpsEventChannel channel = open(Duration.ofMillis(100))) {
            server.next();
            assertNext(State.OPEN);
            assertNull(states.poll(350, TimeUnit.MILLISECONDS), "while pings are answered it stays open");

            server.fallSilent();

            assertNext(State.WAITING);
            server.next();
            assertNext(State.OPEN);
        }
    }

    @Test
    void aMessageWithoutEndIsNotCollected() throws Exception {
        try (UpsEventChannel channel = open(Duration.ofMinutes(1))) {
            WebSocketTestServer.Connection connection = server.next();
            assertNext(State.OPEN);

            connection.frame(0x01, new byte[EventText.MOST_CHARS]);
            connection.frame(0x00, new byte[EventText.MOST_CHARS]);

            assertNext(State.WAITING);
        }
    }

    @Test
    void afterClosingNothingIsToldOrTried() throws Exception {
        UpsEventChannel channel = open(Duration.ofMinutes(1));
        server.next();
        assertNext(State.OPEN);

        channel.close();
        channel.close();

        assertNext(State.CLOSED);
        assertNull(states.poll(150, TimeUnit.MILLISECONDS));
    }
}
