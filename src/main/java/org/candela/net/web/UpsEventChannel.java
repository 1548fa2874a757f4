package org.candela.net.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.candela.net.web.WebException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Events of one subscriber over a WebSocket (PS3.18 §11.13, RFC 6455), opened again whenever it breaks.
 *
 * <p>A heartbeat finds a connection that died without a word. What happened while it was down is not sent again: after each
 * {@link State#OPEN} ask {@link UpsClient#search} what has changed. The listener is called on the scheduler's or the HTTP
 * client's threads, one call at a time: be quick.
 */
// [impl->req~net.web.ups-events~1]
public final class UpsEventChannel implements AutoCloseable {
    private static final int NORMAL_CLOSURE = 1000;

    private final Settings settings;
    private final HttpClient http;
    private final ScheduledExecutorService scheduler;
    private final Listener listener;
    private final Object lock = new Object();
    private final Object listening = new Object();
    private final Cancellation closing = new Cancellation();
    // Guarded by lock.
    private @Nullable WebSocket socket;
    private @Nullable ScheduledFuture<?> planned;
    private int failures;
    private int generation;
    private boolean isSilent;

    /**
     * @param scheduler for opening again and for the heartbeat; may fetch credentials, which blocks for a bounded time
     */
    public UpsEventChannel(Settings settings, HttpClient http, ScheduledExecutorService scheduler, Listener listener) {
        this.settings = settings;
        this.http = http;
        this.scheduler = scheduler;
        this.listener = listener;
    }

    /**
     * How a channel is kept open.
     *
     * @param endpoint whose credentials and patience count; between attempts it waits as its retry policy says, for ever
     * @param events where the channel is; see {@link UpsClient#subscribe}
     * @param heartbeat how often a sign of life is asked for; without one by the next time the connection is given up
     */
    public record Settings(WebEndpoint endpoint, URI events, Duration heartbeat) {
        public Settings {
            if (heartbeat.isNegative() || heartbeat.isZero()) {
                throw new IllegalArgumentException("a heartbeat needs time");
            }
        }
    }

    /** Whether events come. */
    public enum State {
        /** Events come from now on; what happened before was missed. */
        OPEN,
        /** No connection; another attempt follows. */
        WAITING,
        /** Closed by us; nothing follows. */
        CLOSED
    }

    /** Hears of events. */
    public interface Listener {
        /** Something happened. */
        void onEvent(UpsEvent event);

        /** The channel opened, broke or was closed. */
        void onState(State state);
    }

    /** Where the channel of a subscriber is by the standard: {@code wss://host/dicom-web/subscribers/AET}. */
    public static URI uriOf(WebEndpoint endpoint, String aeTitle) {
        String http = endpoint.resolve("/subscribers/" + aeTitle).toString();
        return URI.create("ws" + http.substring("http".length()));
    }

    /** Begins; returns at once. */
    public void open() {
        plan(0);
    }

    private void plan(long delayMillis) {
        synchronized (lock) {
            if (!closing.isRequested()) {
                planned = scheduler.schedule(this::connect, delayMillis, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void connect() {
        int mine;
        synchronized (lock) {
            mine = ++generation;
        }
        try {
            WebSocket.Builder builder = http.newWebSocketBuilder()
                    .connectTimeout(settings.endpoint().patience().answer());
            credentials().forEach(builder::header);
            var unused = builder.buildAsync(settings.events(), new Ear(mine)).whenComplete((opened, failure) -> {
                if (failure != null) {
                    lost(mine);
                }
            });
        } catch (WebException | IllegalArgumentException | CancellationException e) {
            lost(mine);
        }
    }

    private Map<String, String> credentials() throws WebException {
        URI events = settings.events();
        URI asHttp = URI.create("http" + events.toString().substring("ws".length()));
        if (!settings.endpoint().isOwn(asHttp)) {
            throw WebException.of(
                    Kind.FOREIGN_PLACE, "GET " + WebEndpoint.originOf(asHttp), "events outside the service");
        }
        return settings.endpoint().credentials().headers(closing);
    }

    private void opened(int connection, WebSocket given) {
        synchronized (lock) {
            if (connection != generation || closing.isRequested()) {
                given.abort();
                return;
            }
            socket = given;
            failures = 0;
            isSilent = false;
            planned = scheduler.schedule(
                    () -> beat(connection), settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
        }
        tell(State.OPEN);
        given.request(1);
    }

    private void beat(int connection) {
        WebSocket current;
        boolean isDead;
        synchronized (lock) {
            current = connection == generation ? socket : null;
            isDead = isSilent;
            isSilent = true;
            if (current != null && !isDead) {
                planned = scheduler.schedule(
                        () -> beat(connection), settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        if (current == null) {
            return;
        }
        if (isDead) {
            lost(connection);
        } else {
            // A ping that cannot be sent is followed by no sign of life either.
            var unused = current.sendPing(ByteBuffer.allocate(0));
        }
    }

    private void heard(int connection) {
        synchronized (lock) {
            if (connection == generation) {
                isSilent = false;
            }
        }
    }

    /** Gives a connection up, once, and plans the next. */
    private void lost(int connection) {
        WebSocket broken;
        long pause;
        synchronized (lock) {
            if (connection != generation || closing.isRequested()) {
                return;
            }
            generation++;
            broken = socket;
            socket = null;
            failures++;
            pause = settings.endpoint()
                    .patience()
                    .retry()
                    .pauseAfter(failures, ThreadLocalRandom.current().nextDouble())
                    .toMillis();
        }
        if (broken != null) {
            broken.abort();
        }
        tell(State.WAITING);
        plan(pause);
    }

    private void tell(State state) {
        synchronized (listening) {
            listener.onState(state);
        }
    }

    private void tell(UpsEvent event) {
        synchronized (listening) {
            if (!closing.isRequested()) {
                listener.onEvent(event);
            }
        }
    }

    /** Ends the channel; no event is told afterwards. */
    @Override
    public void close() {
        WebSocket open;
        synchronized (lock) {
            if (closing.isRequested()) {
                return;
            }
            closing.cancel();
            generation++;
            open = socket;
            socket = null;
            if (planned != null) {
                planned.cancel(false);
            }
        }
        if (open != null) {
            var unused = open.sendClose(NORMAL_CLOSURE, "").whenComplete((sent, failure) -> open.abort());
        }
        tell(State.CLOSED);
    }

    /** Hears one connection. */
    private final class Ear implements WebSocket.Listener {
        private final int connection;
        private final EventText text = new EventText();

        Ear(int connection) {
            this.connection = connection;
        }

        @Override
        public void onOpen(WebSocket given) {
            opened(connection, given);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket given, CharSequence data, boolean isLast) {
            heard(connection);
            if (!text.append(data)) {
                lost(connection);
                return null;
            }
            if (isLast) {
                UpsEvent.parse(text.take()).ifPresent(UpsEventChannel.this::tell);
            }
            given.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket given, ByteBuffer data, boolean isLast) {
            heard(connection);
            given.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket given, ByteBuffer message) {
            heard(connection);
            given.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket given, ByteBuffer message) {
            heard(connection);
            given.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket given, int statusCode, String reason) {
            lost(connection);
            return null;
        }

        @Override
        public void onError(WebSocket given, Throwable failure) {
            lost(connection);
        }
    }
}
