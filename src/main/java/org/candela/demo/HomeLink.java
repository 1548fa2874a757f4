package org.candela.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line between a home and the services of its facilities, on loopback: passes bytes on until it is in trouble, by hand
 * or at a moment that was chosen before, and comes back when it is mended.
 *
 * <p>All services share the one line, each behind a port of its own. An exchange is a request and its answer; exchanges are
 * counted for each service by the turns that the bytes take. Safe from any thread. The executor needs a thread for each
 * service and two for each connection, and must not be one that waits for these services.
 */
// [impl->req~demo.link~1]
public final class HomeLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HomeLink.class);
    /** What a slow or delayed line waits before it passes bytes on. */
    static final Duration LAG = Duration.ofMillis(40);

    private static final int BACKLOG = 50;
    private static final int TRIES_TO_LISTEN_AGAIN = 1000;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);

    private final Executor executor;
    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final Set<LinkWire> wires = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Trouble trouble = Trouble.NONE;
    private Optional<Pull> awaited = Optional.empty();
    private boolean wasPulled;

    /** What is wrong with the line. */
    public enum Trouble {
        /** Nothing. */
        NONE,
        /** Connections end, and new ones are refused: a cable that was pulled and is known to be. */
        REFUSED,
        /** Connections end, and new ones are ended as soon as they stand. */
        RESET,
        /** Bytes vanish and nobody is told. */
        SILENT,
        /** What is sent vanishes, and the other side seems to have said all it had to say. */
        HALF_CLOSED,
        /** Every web request is answered with status 503, and nothing of it gets through; other connections end. */
        SERVER_ERROR,
        /** Bytes come a few at a time. */
        SLOW,
        /** Bytes come late. */
        DELAYED
    }

    /** The part of an exchange at which something happens. */
    public enum Moment {
        /** The request does not get through. */
        BEFORE_REQUEST,
        /** The service has the request and acts on it; its answer does not get through. */
        BEFORE_ANSWER,
        /** Part of the answer gets through. */
        WITHIN_ANSWER
    }

    /**
     * When the line gets into trouble by itself.
     *
     * @param service name of the service whose exchanges are counted
     * @param exchange the first is 1
     */
    public record Pull(String service, int exchange, Moment moment, Trouble trouble) {
        @Override
        public String toString() {
            return service + " " + exchange + " " + moment + " " + trouble;
        }
    }

    /** One service: its port on this side, and how often it was asked. */
    static final class Way {
        private final String service;
        private final int target;
        /** Has the port as long as the line stands, so that nobody else gets it while nothing listens there. */
        private final Socket held;

        private int exchanges;
        private @Nullable ServerSocket listening;

        private Way(String service, int target, Socket held) {
            this.service = service;
            this.target = target;
            this.held = held;
        }

        int port() {
            return held.getLocalPort();
        }

        int target() {
            return target;
        }
    }

    public HomeLink(Executor executor) {
        this.executor = executor;
    }

    /** Leads to {@code port} of the loopback address from now on; the port on this side. */
    public synchronized int lead(String service, int port) throws IOException {
        Way way = new Way(service, port, hold());
        ways.put(service, way);
        hear(way);
        return way.port();
    }

    /** A port that is bound and does not listen refuses whoever calls. */
    private static Socket hold() throws IOException {
        Socket socket = new Socket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        return socket;
    }

    /** Gets into trouble now. */
    public void pull(Trouble how) {
        List<LinkWire> ended;
        synchronized (this) {
            trouble = how;
            ended = how == Trouble.REFUSED || how == Trouble.RESET ? List.copyOf(wires) : List.of();
            if (how == Trouble.REFUSED) {
                ways.values().forEach(HomeLink::deafen);
            }
        }
        ended.forEach(LinkWire::reset);
    }

    /** Gets into trouble at a moment to come; once. */
    public synchronized void pullAt(Pull pull) {
        awaited = Optional.of(pull);
        wasPulled = false;
    }

    /** Whether the moment that was awaited has come. */
    public synchronized boolean wasPulled() {
        return wasPulled;
    }

    /** All is well again; connections that lost bytes are gone. */
    public void mend() throws IOException {
        List<LinkWire> lost;
        synchronized (this) {
            trouble = Trouble.NONE;
            lost = wires.stream().filter(LinkWire::hasLost).toList();
            for (Way way : ways.values()) {
                hear(way);
            }
        }
        lost.forEach(LinkWire::reset);
    }

    /** How often each service was asked so far. */
    public synchronized Map<String, Integer> exchanges() {
        Map<String, Integer> counted = new LinkedHashMap<>();
        ways.forEach((service, way) -> counted.put(service, way.exchanges));
        return counted;
    }

    private static void deafen(Way way) {
        if (way.listening != null) {
            closeQuietly(way.listening);
            way.listening = null;
        }
    }

    /** Whoever waited for a call while the port was closed keeps it listening until it wakes. */
    private void hear(Way way) throws IOException {
        for (int tries = 0; way.listening == null; tries++) {
            try {
                ServerSocket again = listen(way.port());
                way.listening = again;
                executor.execute(() -> accept(way, again));
            } catch (BindException e) {
                if (tries == TRIES_TO_LISTEN_AGAIN || isEndedWithin(BETWEEN_TRIES)) {
                    throw e;
                }
            }
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a port stays open", e);
        }
    }

    private void accept(Way way, @Nullable ServerSocket listening) {
        while (listening != null && !listening.isClosed()) {
            try {
                Socket client = listening.accept();
                begin(way, client);
            } catch (IOException e) {
                LOG.debug("no longer listening", e);
            }
        }
    }

    private void begin(Way way, Socket client) {
        LinkWire wire = new LinkWire(this, way, client);
        wires.add(wire);
        Trouble now = trouble;
        if (now == Trouble.RESET || now == Trouble.REFUSED) {
            wire.reset();
        } else {
            executor.execute(wire::passRequests);
        }
    }

    void gone(LinkWire wire) {
        wires.remove(wire);
    }

    void carry(Runnable answers) {
        executor.execute(answers);
    }

    /** The number of an exchange whose first bytes are here. */
    synchronized int countExchange(Way way) {
        way.exchanges++;
        return way.exchanges;
    }

    /** An exchange has come so far; what is wrong with the line from now on. */
    Trouble at(Moment moment, Way way, int exchange) {
        Optional<Trouble> due;
        synchronized (this) {
            due = isAwaited(moment, way, exchange) ? awaited.map(Pull::trouble) : Optional.empty();
            if (due.isPresent()) {
                awaited = Optional.empty();
                wasPulled = true;
            }
        }
        due.ifPresent(this::pull);
        return trouble;
    }

    /** Whether {@link #at} will get the line into trouble at this moment. */
    synchronized boolean isAwaited(Moment moment, Way way, int exchange) {
        return awaited.filter(pull -> pull.service().equals(way.service))
                .filter(pull -> pull.exchange() == exchange && pull.moment() == moment)
                .isPresent();
    }

    Trouble trouble() {
        return trouble;
    }

    /** Waits on a line that is slow; whether the line has come to its end. */
    boolean isEndedWithin(Duration time) {
        try {
            return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends every connection; nothing listens any more. */
    @Override
    public void close() {
        closing.countDown();
        List<LinkWire> all;
        synchronized (this) {
            for (Way way : ways.values()) {
                deafen(way);
                closeQuietly(way.held);
            }
            all = new ArrayList<>(wires);
        }
        all.forEach(LinkWire::reset);
    }
}
