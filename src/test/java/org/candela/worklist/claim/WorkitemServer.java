package org.candela.worklist.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Workitems of a facility on loopback: every one exists, SCHEDULED, until it is claimed. */
public final class WorkitemServer implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TRANSACTION = "00081195";
    private static final String STATE = "00741000";
    private static final String PERFORMED = "00741216";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Dialect dialect;
    private final Map<String, Item> items = new ConcurrentHashMap<>();
    private final AtomicInteger claims = new AtomicInteger();
    private volatile long rendezvousMillis;
    private volatile int loseEveryAnswer;
    private volatile boolean isAway;
    private volatile boolean isIgnoringKeys;

    /** How it refuses. */
    public enum Dialect {
        /** PS3.18: 200 with a warning for what is so already, 400 for another's transaction, 409 for a wrong state. */
        STANDARD,
        /** dcm4chee-arc: 409 for all of it. */
        DCM4CHEE
    }

    private static final class Item {
        private String study = "";
        private String accession = "";
        private String priority = "MEDIUM";
        private String code = "110005";
        private String performer = "";
        private boolean isDescribed;
        private final CountDownLatch both = new CountDownLatch(2);
        private String state = "SCHEDULED";
        private String transaction = "";
        private final Set<String> asked = new HashSet<>();
        private int completed;
    }

    public WorkitemServer(Dialect dialect) throws IOException {
        this.dialect = dialect;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/dicom-web");
    }

    /** A task to read a study; with an accession number and no study, by what was ordered alone. */
    public void schedule(String workitem, String study, String accession) {
        Item item = new Item();
        item.study = study;
        item.accession = accession;
        items.put(workitem, item);
    }

    /** The same, as urgent as said. */
    public void prioritize(String workitem, String priority) {
        Objects.requireNonNull(items.get(workitem)).priority = priority;
    }

    /** The same, for another kind of work (CID 9231). */
    public void code(String workitem, String code) {
        Objects.requireNonNull(items.get(workitem)).code = code;
    }

    /** What was last said of who does it; empty when nobody said. */
    public String performer(String workitem) {
        return Objects.requireNonNull(items.get(workitem)).performer;
    }

    /** From now on searches list everything, whatever they ask for, as servers do that do not know a key. */
    public void ignoreKeys() {
        isIgnoringKeys = true;
    }

    /** How many workitems are in a state. */
    public long count(String state) {
        return items.values().stream().filter(item -> item.state.equals(state)).count();
    }

    /** From now on a claim waits so long for a second one of the same workitem, so that both race. */
    void meet(long millis) {
        rendezvousMillis = millis;
    }

    /** From now on each n-th claim is carried out and its answer lost. */
    public void loseEveryAnswer(int n) {
        loseEveryAnswer = n;
    }

    /** From now on, or no longer, connections end without an answer and nothing is done. */
    public void away(boolean is) {
        isAway = is;
    }

    /** Transaction of the owner; empty while nobody has claimed it. */
    public Optional<String> owner(String workitem) {
        return Optional.ofNullable(items.get(workitem))
                .map(item -> item.transaction)
                .filter(transaction -> !transaction.isEmpty());
    }

    /** Another reader claims it, whatever becomes of connections. */
    public void take(String workitem, String performer) {
        Item item = Objects.requireNonNull(items.get(workitem));
        synchronized (item) {
            item.state = "IN PROGRESS";
            item.transaction = "2.25.4711";
            item.performer = performer;
        }
    }

    /** Under how many transactions a workitem was claimed, or was tried to be. */
    public int claimants(String workitem) {
        Item item = Objects.requireNonNull(items.get(workitem));
        synchronized (item) {
            return item.asked.size();
        }
    }

    /** How often a workitem became COMPLETED. */
    public int completions(String workitem) {
        Item item = Objects.requireNonNull(items.get(workitem));
        synchronized (item) {
            return item.completed;
        }
    }

    /** How many claims were asked for so far. */
    int claims() {
        return claims.get();
    }

    public String state(String workitem) {
        return items.computeIfAbsent(workitem, uid -> new Item()).state;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (isAway) {
                return;
            }
            String[] path = exchange.getRequestURI().getPath().split("/");
            if (exchange.getRequestMethod().equals("GET")) {
                list(exchange, path.length > 3 ? path[3] : "");
                return;
            }
            Item item = items.computeIfAbsent(path[3], uid -> new Item());
            boolean isClaim = path.length > 4 && text(body, STATE).equals("IN PROGRESS");
            if (isClaim) {
                meet(item);
            }
            int status = path.length > 4
                    ? change(exchange, item, body)
                    : update(item, String.valueOf(exchange.getRequestURI().getQuery()), body);
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

    private void list(HttpExchange exchange, String uid) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        ArrayNode found = MAPPER.createArrayNode();
        items.forEach((key, item) -> {
            boolean isAsked = uid.isEmpty() ? isIgnoringKeys || matches(item, query) : uid.equals(key);
            if (isAsked) {
                found.add(content(key, item));
            }
        });
        byte[] json = MAPPER.writeValueAsBytes(found);
        exchange.getResponseHeaders().set("Content-Type", "application/dicom+json");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
    }

    private static boolean matches(Item item, String query) {
        for (String part : query.split("&")) {
            String value = part.substring(part.indexOf('=') + 1);
            boolean isOther = (part.startsWith("00404021.0020000D=") && !value.equals(item.study))
                    || (part.startsWith("0040A370.00080050=") && !value.equals(item.accession))
                    || (part.startsWith("00741000=") && !value.equals(item.state));
            if (isOther) {
                return false;
            }
        }
        return true;
    }

    private static ObjectNode content(String uid, Item item) {
        ObjectNode json = MAPPER.createObjectNode();
        value(json, "00080018", "UI", item.state.isEmpty() ? "" : uid);
        value(json, STATE, "CS", item.state);
        value(json, "00741200", "CS", item.priority);
        value(sequence(json, "00404018"), "00080100", "SH", item.code);
        if (!item.study.isEmpty()) {
            value(sequence(json, "00404021"), "0020000D", "UI", item.study);
        }
        if (!item.accession.isEmpty()) {
            value(sequence(json, "0040A370"), "00080050", "SH", item.accession);
        }
        if (!item.performer.isEmpty()) {
            ObjectNode person = sequence(sequence(json, PERFORMED), "00404035").putObject("00404037");
            person.put("vr", "PN").putArray("Value").addObject().put("Alphabetic", item.performer);
        }
        return json;
    }

    private static void value(ObjectNode json, String tag, String vr, String value) {
        json.putObject(tag).put("vr", vr).putArray("Value").add(value);
    }

    private static ObjectNode sequence(ObjectNode json, String tag) {
        return json.putObject(tag).put("vr", "SQ").putArray("Value").addObject();
    }

    private int update(Item item, String transaction, byte[] body) throws IOException {
        String performer = MAPPER.readTree(new String(body, StandardCharsets.UTF_8))
                .path(0)
                .path(PERFORMED)
                .path("Value")
                .path(0)
                .path("00404035")
                .path("Value")
                .path(0)
                .path("00404037")
                .path("Value")
                .path(0)
                .path("Alphabetic")
                .asText();
        boolean isEnd = new String(body, StandardCharsets.UTF_8).contains("00404051");
        synchronized (item) {
            boolean isOwners = item.state.equals("IN PROGRESS") && item.transaction.equals(transaction);
            if (isOwners) {
                item.performer = performer.isEmpty() ? item.performer : performer;
                item.isDescribed |= isEnd;
            }
            return isOwners ? 200 : dialect == Dialect.STANDARD ? 400 : 409;
        }
    }

    private int change(HttpExchange exchange, Item item, byte[] body) throws IOException {
        String wanted = text(body, STATE);
        String transaction = text(body, TRANSACTION);
        synchronized (item) {
            boolean isOwner = item.transaction.equals(transaction);
            if (wanted.equals("IN PROGRESS")) {
                item.asked.add(transaction);
            }
            if (item.state.equals("SCHEDULED") && wanted.equals("IN PROGRESS")) {
                item.transaction = transaction;
                item.state = wanted;
                return 200;
            }
            if (dialect == Dialect.STANDARD && isOwner && item.state.equals(wanted)) {
                exchange.getResponseHeaders().set("Warning", "299 test: The UPS is already in the requested state");
                return 200;
            }
            boolean lacksWhatWasDone = wanted.equals("COMPLETED") && !item.isDescribed;
            if (isOwner && item.state.equals("IN PROGRESS") && !wanted.equals("IN PROGRESS") && !lacksWhatWasDone) {
                item.state = wanted;
                item.completed += wanted.equals("COMPLETED") ? 1 : 0;
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
