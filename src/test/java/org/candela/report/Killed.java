package org.candela.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own that dies as by {@code kill -9}, at a moment the test chooses. */
public final class Killed implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Killed(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static Killed start(Class<?> program, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(args));
        return new Killed(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits until the program prints this line; fails with all it printed when it ends before. */
    public void awaitLine(String wanted) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(wanted)) {
                return;
            }
            lines.add(line);
        }
        throw new AssertionError("the program ended without saying " + wanted + ": " + lines);
    }

    /** Kills the program. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the program outlived its kill");
        }
        output.close();
    }
}
