package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A {@link KillableWorkstation} seen from outside. */
final class ReaderProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    /** 128 and the number of SIGKILL, as the JDK tells it. */
    private static final int KILLED = 137;

    private final Process process;
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final List<Line> all = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> reading;

    /** What it told, and when it was heard. */
    record Line(String text, long nanoTime) {}

    private ReaderProcess(Process process) {
        this.process = process;
        this.reading = CompletableFuture.runAsync(this::listen, task -> new Thread(task, "reader-process").start());
    }

    /** Starts it and waits until its windows stand. */
    static ReaderProcess start(Path home, String display) throws IOException, InterruptedException {
        return start(display, List.of(), List.of(home.toString()));
    }

    /** The same with options for its JVM. */
    static ReaderProcess start(String display, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dprism.order=sw",
                "-Dlogback.configurationFile=logback.xml")); // the program's own, not that of the tests
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), KillableWorkstation.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", display);
        builder.redirectErrorStream(true);
        ReaderProcess started = new ReaderProcess(builder.start());
        started.await(KillableWorkstation.READY);
        return started;
    }

    private void listen() {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                Line heard = new Line(line, System.nanoTime());
                all.add(heard);
                lines.add(heard);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void order(String order) throws IOException {
        Writer orders = process.outputWriter(StandardCharsets.UTF_8);
        orders.write(order + "\n");
        orders.flush();
    }

    /** How many characters stood in the field at a moment of {@link System#nanoTime}. */
    int shownBefore(long nanoTime) {
        String beginning = KillableWorkstation.MARK + KillableWorkstation.SHOWN + " ";
        return all.stream()
                .filter(line -> line.text().startsWith(beginning) && line.nanoTime() <= nanoTime)
                .mapToInt(line -> Integer.parseInt(line.text().substring(beginning.length())))
                .max()
                .orElse(0);
    }

    /** The rest of the last line that begins so and was heard until a moment of {@link System#nanoTime}. */
    String lastBefore(String beginning, long nanoTime) {
        String whole = KillableWorkstation.MARK + beginning + " ";
        return all.stream()
                .filter(line -> line.text().startsWith(whole) && line.nanoTime() <= nanoTime)
                .reduce((former, later) -> later)
                .map(line -> line.text().substring(whole.length()))
                .orElseThrow(() -> new AssertionError("nothing began with " + beginning));
    }

    /** Sends a signal by its name: {@code "STOP"}, {@code "CONT"}. */
    void signal(String name) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor());
    }

    /** Waits for a line that begins so and returns the rest of it; fails when the process tells of a failure or ends. */
    String await(String beginning) throws InterruptedException {
        List<String> before = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            Line line = lines.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            assertNotNull(line, "no \"" + beginning + "\" after " + before);
            before.add(line.text());
            if (line.text().startsWith(KillableWorkstation.MARK + KillableWorkstation.FAILED)) {
                throw new AssertionError(before.toString());
            }
            if (line.text().startsWith(KillableWorkstation.MARK + beginning)) {
                return line.text()
                        .substring((KillableWorkstation.MARK + beginning).length())
                        .strip();
            }
        }
    }

    /** Lets it crash as a fault in native code would; everything it ever said, once it is gone. */
    String crash() throws Exception {
        signal("SEGV");
        assertTrue(process.waitFor() != 0);
        reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return all.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /** Kills it as soon as it has written to {@code file} for the {@code times}th time; at once when 0. */
    void killAtWrite(Path file, int times) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String before = stampOf(file);
        for (int seen = 0; seen < times; Thread.onSpinWait()) {
            assertTrue(System.nanoTime() < end, "it wrote " + seen + " times only");
            String now = stampOf(file);
            seen += now.equals(before) ? 0 : 1;
            before = now;
        }
        kill();
    }

    private static String stampOf(Path file) throws IOException {
        return Files.size(file) + " " + Files.getLastModifiedTime(file);
    }

    /** SIGKILL; returns when it is gone, with what it told that nobody had waited for. */
    List<Line> kill() throws Exception {
        process.toHandle().destroyForcibly(); // leaves its last words to be read, as the process itself would not
        assertEquals(KILLED, process.waitFor());
        reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<Line> rest = new ArrayList<>();
        lines.drainTo(rest);
        return rest;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
