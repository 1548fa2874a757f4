package org.candela;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs by others, as Debian installs them, that results are compared with. */
public final class Peer {
    private static final Path PROGRAMS = Path.of("/usr/bin");
    private static final int MOST_SECONDS = 60;

    private Peer() {}

    /** Skips the test, with the reason, where one of {@code programs} is missing. */
    public static void need(String... programs) {
        for (String program : programs) {
            Assumptions.assumeTrue(Files.isExecutable(PROGRAMS.resolve(program)), program + " is not installed");
        }
    }

    /**
     * What a program wrote, to either stream, and its exit code.
     *
     * @param exit exit code
     * @param text both streams, as UTF-8
     */
    public record Answer(int exit, String text) {}

    /** Runs a program in {@code folder}; its exit code must be 0. */
    public static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Answer answer = answer(folder, command);
        Assertions.assertEquals(0, answer.exit(), String.join(" ", command) + "\n" + answer.text());
        return answer.text();
    }

    /** Runs a program in {@code folder}, whatever it says. */
    public static Answer answer(Path folder, List<String> command) throws IOException, InterruptedException {
        Path text = Files.createTempFile(folder, "peer", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(text.toFile())
                .start();
        boolean hasEnded = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        Assertions.assertTrue(hasEnded, String.join(" ", command) + " does not end");
        String said = new String(Files.readAllBytes(text), StandardCharsets.UTF_8);
        Files.delete(text);
        return new Answer(process.exitValue(), said);
    }
}
