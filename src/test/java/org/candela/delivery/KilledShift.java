package org.candela.delivery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.candela.audit.AuditVerifier;
import org.candela.delivery.hl7.LoopbackReceiver;
import org.candela.dictation.keep.Recovery;
import org.candela.dictation.keep.Utterances;
import org.candela.report.ReportDraft;
import org.candela.report.ReportId;
import org.candela.report.ReportVerifier;
import org.candela.report.Reports;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.template.Templates;
import org.candela.store.StoreForm;

/**
 * A {@link KillableShift} seen from outside. {@link #look} stops the process wherever it is, by SIGSTOP, and copies its
 * files: what a kill at that instant leaves, since a kill takes the memory of a process and not the files that the system
 * holds. {@link #kill} is a real SIGKILL.
 */
final class KilledShift implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONTROL_ID = 9;
    /** How many of the last utterances, drafts and reports are looked at in each copy; all are after the end. */
    private static final int LAST = 4;

    private final ShiftHome home;
    private final LoopbackReceiver receiver;
    private final Process process;
    private final StringBuilder said = new StringBuilder();
    private final Map<UUID, Integer> sounds = new LinkedHashMap<>();
    private final Map<UUID, Integer> whole = new HashMap<>();
    private final Map<String, Integer> drafted = new LinkedHashMap<>();
    private final Map<String, Integer> signed = new LinkedHashMap<>();

    private KilledShift(ShiftHome home, LoopbackReceiver receiver, Process process) {
        this.home = home;
        this.receiver = receiver;
        this.process = process;
    }

    /** In a folder of its own, in which nothing was yet. Returns when it has begun to dictate. */
    static KilledShift start(ShiftHome home) throws Exception {
        Files.createDirectories(home.folder());
        LoopbackReceiver receiver = new LoopbackReceiver();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillableShift.class.getName(),
                        home.folder().toString(),
                        String.valueOf(receiver.endpoint().port()),
                        String.valueOf(home.isSealed()))
                .redirectError(complaints(home).toFile())
                .start();
        KilledShift shift = new KilledShift(home, receiver, process);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (shift.sounds.isEmpty()) {
            assertTrue(System.nanoTime() < end && process.isAlive(), shift::complaint);
            shift.listen();
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return shift;
    }

    private String complaint() {
        try {
            return Files.readString(complaints(home));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Path complaints(ShiftHome home) {
        return home.folder().resolveSibling(home.folder().getFileName() + ".err");
    }

    /** What it is told to have done so far. */
    int reports() {
        return signed.size();
    }

    /** Takes what was told until now; what was not told may be done or not. */
    private void listen() throws IOException {
        InputStream told = process.getInputStream();
        byte[] bytes = new byte[told.available()];
        said.append(new String(bytes, 0, told.read(bytes), StandardCharsets.US_ASCII));
        int end = said.lastIndexOf("\n");
        if (end >= 0) {
            said.substring(0, end).lines().forEach(this::note);
            said.delete(0, end + 1);
        }
    }

    private void note(String line) {
        String[] parts = line.split(" ");
        int count = Integer.parseInt(parts[2]);
        switch (parts[0]) {
            case KillableShift.SAID -> sounds.put(UUID.fromString(parts[1]), count);
            case KillableShift.KEPT -> whole.put(UUID.fromString(parts[1]), count);
            case KillableShift.DRAFTED -> drafted.put(parts[1], count);
            case KillableShift.SIGNED -> signed.put(parts[1], count);
            default -> throw new AssertionError(line);
        }
    }

    /** Stops it at this instant, checks what a kill would have left, and lets it go on. */
    void look(Path copy) throws Exception {
        signal("STOP");
        awaitStop();
        listen();
        List<String> received = List.copyOf(receiver.messages());
        copy(home.folder(), copy);
        signal("CONT");
        check(home.at(copy), received, LAST);
        delete(copy);
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor());
    }

    /** Until every thread stands: one within a call of the system ends that first, as it does before a kill takes it. */
    private void awaitStop() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isStanding()) {
            assertTrue(System.nanoTime() < end && process.isAlive(), this::complaint);
            Thread.onSpinWait();
        }
    }

    private boolean isStanding() throws IOException {
        try (var threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                if (!stateOf(thread).contains(") T ")) {
                    return false;
                }
            }
            return true;
        }
    }

    private static String stateOf(Path thread) {
        try {
            return Files.readString(thread.resolve("stat"));
        } catch (IOException e) {
            return ""; // it has just ended, and says "no such process"; the next look does not find it
        }
    }

    /** Kills it for good, and delivers what is still to be delivered from the files that it left. */
    void kill() throws Exception {
        signal("KILL"); // the stream of what it told stays open
        process.waitFor();
        listen();
        assertEquals(home.isSealed() ? StoreForm.SEALED : StoreForm.PLAIN, StoreForm.of(home.store()));
        check(home, List.copyOf(receiver.messages()), Integer.MAX_VALUE);
        deliverTheRest();
    }

    private void check(ShiftHome left, List<String> received, int last) throws Exception {
        try (DeliveryDesk desk = left.desk()) {
            assertTrue(AuditVerifier.verify(desk.ledger.database()).isIntact(), "the chain");
            assertEquals(
                    List.of(), ReportVerifier.verify(desk.ledger.database()).faults());
            listenTo(desk, left, last);
            Reports reports = new Reports(desk.ledger.database(), Templates.shipped());
            Map<String, ReportDraft> drafts = new HashMap<>();
            reports.unsignedDrafts().forEach(draft -> drafts.put(draft.id().value(), draft));
            for (Map.Entry<String, Integer> told : ending(drafted, last)) {
                if (!signed.containsKey(told.getKey())) {
                    requireWords(reports, drafts, told.getKey(), told.getValue());
                }
            }
            Set<String> arrived = received.stream().map(KilledShift::controlId).collect(Collectors.toSet());
            Set<String> looked =
                    ending(drafted, last).stream().map(Map.Entry::getKey).collect(Collectors.toSet());
            for (ReportId id : reports.signed().stream()
                    .filter(id -> looked.contains(id.value()) || last == Integer.MAX_VALUE)
                    .toList()) {
                requireVersions(desk, reports.versions(id), arrived);
            }
            for (Map.Entry<String, Integer> told : ending(signed, last)) {
                int versions = reports.versions(new ReportId(told.getKey())).size();
                assertTrue(versions >= told.getValue(), "a signature is lost: " + told);
            }
        }
    }

    /** The last entries in the order in which they were first told. */
    private static List<Map.Entry<String, Integer>> ending(Map<String, Integer> told, int last) {
        List<Map.Entry<String, Integer>> all = List.copyOf(told.entrySet());
        return all.subList(Math.max(0, all.size() - last), all.size());
    }

    /** A draft that was signed a moment ago, and of which nobody has told yet, is among the signed ones. */
    private static void requireWords(Reports reports, Map<String, ReportDraft> drafts, String id, int sentences)
            throws Exception {
        String text = "No acute disease. ".repeat(sentences).strip();
        if (drafts.containsKey(id)) {
            assertTrue(drafts.get(id).text("impression").startsWith(text), "words are lost");
        } else {
            assertTrue(!reports.versions(new ReportId(id)).isEmpty(), "a draft is lost");
        }
    }

    private void listenTo(DeliveryDesk desk, ShiftHome left, int last) throws Exception {
        Utterances utterances = left.utterances(desk);
        assertEquals(List.of(), new Recovery(utterances).run().unreadable());
        List<UUID> ids = new ArrayList<>(sounds.keySet());
        for (UUID id : ids.subList(Math.max(0, ids.size() - last), ids.size())) {
            short[] found = utterances.sound(id).samples();
            int due = Math.max(whole.getOrDefault(id, 0), sounds.getOrDefault(id, 0));
            assertTrue(found.length >= due, () -> "of " + due + " samples " + found.length + " are there");
            assertArrayEquals(KillableShift.sound(id, found.length), found);
        }
    }

    /** Preliminary, then final, each once, unchanged, each in the outbox once; what counts as taken was. */
    private static void requireVersions(DeliveryDesk desk, List<SignedReport> versions, Set<String> arrived)
            throws Exception {
        List<SignatureMeaning> meanings =
                versions.stream().map(SignedReport::meaning).toList();
        assertEquals(
                List.of(SignatureMeaning.PRELIMINARY, SignatureMeaning.FINAL).subList(0, meanings.size()), meanings);
        List<OutboxMessage> messages = desk.outbox.messagesOf(versions.get(0).id());
        assertEquals(versions.size(), messages.size());
        for (OutboxMessage message : messages) {
            boolean isTaken = message.progress().state() == OutboxState.ACKED;
            String id = message.content().controlId();
            assertTrue(!isTaken || arrived.contains(id), "counts as taken and never arrived");
        }
    }

    private void deliverTheRest() throws Exception {
        try (DeliveryDesk desk = home.desk()) {
            ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
            var senders = Executors.newCachedThreadPool();
            try (OutboxPump pump = desk.pump(Duration.ofSeconds(30), senders, scheduler)) {
                pump.start();
                long end = System.nanoTime() + PATIENCE.toNanos();
                while (desk.outbox.waiting() > 0) {
                    assertTrue(System.nanoTime() < end, "all is delivered in the end");
                    TimeUnit.MILLISECONDS.sleep(10);
                }
            } finally {
                scheduler.shutdownNow();
                senders.shutdownNow();
            }
            requireOnceAndInOrder(desk);
        }
    }

    private void requireOnceAndInOrder(DeliveryDesk desk) throws Exception {
        Map<String, Integer> firstArrival = new HashMap<>();
        List<String> all = receiver.messages();
        for (int i = 0; i < all.size(); i++) {
            firstArrival.putIfAbsent(controlId(all.get(i)), i);
        }
        Reports reports = new Reports(desk.ledger.database(), Templates.shipped());
        int expected = 0;
        for (ReportId id : reports.signed()) {
            int before = -1;
            for (OutboxMessage message : desk.outbox.messagesOf(id)) {
                int arrived = firstArrival.getOrDefault(message.content().controlId(), -1);
                assertTrue(arrived > before, "lost, or before its preliminary: " + message);
                before = arrived;
                expected++;
            }
        }
        assertEquals(expected, firstArrival.size(), "nothing came twice under two names, nor out of nothing");
    }

    private static String controlId(String message) {
        return message.split("\\|", -1)[CONTROL_ID];
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path place = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(place);
                } else if (!file.toString().endsWith("-shm")) { // shared memory of the living, made anew from the log
                    Files.copy(file, place);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            Path[] all = files.toArray(Path[]::new);
            Arrays.sort(all, java.util.Comparator.reverseOrder());
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        receiver.close();
    }
}
