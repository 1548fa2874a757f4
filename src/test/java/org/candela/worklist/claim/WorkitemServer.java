package org.candela.worklist.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Workitems of a facility on loopback: every one exists, SCHEDULED, until it is claimed. */
final class WorkitemServer implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TRANSACTION = "00081195";
    private static final String STATE = "00741000";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Dialect dialect;
    private final Map<String, Item> items = new ConcurrentHashMap<>();
    private final AtomicInteger claims = new AtomicInteger();
    private volatile long rendezvousMillis;
    private volatile int loseEveryAnswer;
    private volatile boolean isAway;

    /** How it refuses. */
    enum Dialect {
        /** PS3.18: 200 with a warning for what is so already, 400 for another's transaction, 409 for a wrong state. */
        STANDARD,
        /** dcm4chee-arc: 409 for all of it. */
        DCM4CHEE
    }

    private static final class Item {
        private final CountDownLatch both = new CountDownLatch(2);
        private String state = "SCHEDULED";
        private String transaction = "";
    }

    WorkitemServer(Dialect dialect) throws IOException {
        this.dialect = dialect;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/dicom-web");
    }

    /** From now on a claim waits so long for a second one of the same workitem, so that both race. */
    void meet(long millis) {
        rendezvousMillis = millis;
    }

    /** From now on each n-th claim is carried out and its answer lost. */
    void loseEveryAnswer(int n) {
        loseEveryAnswer = n;
    }

    /** From now on, or no longer, connections end without an answer and nothing is done. */
    void away(boolean is) {
        isAway = is;
    }

    /** Transaction of the owner; empty while nobody has claimed it. */
    Optional<String> owner(String workitem) {
        return Optional.ofNullable(items.get(workitem))
                .map(item -> item.transaction)
                .filter(transaction -> !transaction.isEmpty());
    }

    /** How many claims were asked for so far. */
    int claims() {
        return claims.get();
    }

    String state(String workitem) {
        return items.computeIfAbsent(workitem, uid -> new Item()).state;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (isAway) {
                return;
            }
            String[] path = exchange.getRequestURI().getPath().split("/");
            Item item = items.computeIfAbsent(path[3], uid -> new Item());
            boolean isClaim = path.length > 4 && text(body, STATE).equals("IN PROGRESS");
            if (isClaim) {
                meet(item);
            }
            int status = path.length > 4
                    ? change(exchange, item, body)
                    : update(item, String.valueOf(exchange.getRequestURI().getQuery()));
            boolean isLost = isClaim && loseEveryAnswer > 0 && claims.incrementAndGet() % loseEveryAnswer == 0;
            if (!isLost) {
                exchange.sendResponseHeaders(status, -1);
            }
        }
    }

    private void meet(Item item) {
        item.both.countDown();
        try {
            boolean unused = item.both.await(rendezvousMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int update(Item item, String transaction) {
        synchronized (item) {
            boolean isOwners = item.state.equals("IN PROGRESS") && item.transaction.equals(transaction);
            return isOwners ? 200 : dialect == Dialect.STANDARD ? 400 : 409;
        }
    }

    private int change(HttpExchange exchange, Item item, byte[] body) throws IOException {
        String wanted = text(body, STATE);
        String transaction = text(body, TRANSACTION);
        synchronized (item) {
            boolean isOwner = item.transaction.equals(transaction);
            if (item.state.equals("SCHEDULED") && wanted.equals("IN PROGRESS")) {
                item.transaction = transaction;
                item.state = wanted;
                return 200;
            }
            if (dialect == Dialect.STANDARD && isOwner && item.state.equals(wanted)) {
                exchange.getResponseHeaders().set("Warning", "299 test: The UPS is already in the requested state");
                return 200;
            }
            if (isOwner && item.state.equals("IN PROGRESS") && !wanted.equals("IN PROGRESS")) {
                item.state = wanted;
                return 200;
            }
            return dialect == Dialect.STANDARD && !isOwner ? 400 : 409;
        }
    }

    private static String text(byte[] body, String tag) throws IOException {
        return MAPPER.readTree(new String(body, StandardCharsets.UTF_8))
                .path(0)
                .path(tag)
                .path("Value")
                .path(0)
                .asText();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
