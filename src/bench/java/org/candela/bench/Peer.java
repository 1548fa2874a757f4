package org.candela.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A child process that does the same work over and over at our word and says how long it took; its commands are those of
 * {@code src/bench/native/rounds.h}. One thread at a time.
 */
final class Peer implements Contender, AutoCloseable {
    private static final String OK = "ok";
    private final String name;
    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;

    private Peer(String name, Process process) {
        this.name = name;
        this.process = process;
        this.commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts {@code command}; what it says on stderr goes to ours. */
    static Peer start(String name, List<String> command) throws IOException {
        return new Peer(
                name,
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Gives it what to work on.
     *
     * @throws Refusal when it cannot
     */
    void load(Path path) throws IOException {
        String answer = ask("load " + path);
        if (!answer.equals(OK)) {
            throw new Refusal(answer.replaceFirst("^error ", ""));
        }
    }

    @Override
    public Round run(int count) throws IOException {
        String answer = ask("run " + count);
        String[] parts = answer.split(" ");
        if (parts.length != 3 || parts[0].equals("error")) {
            throw new Refusal(answer.replaceFirst("^error ", ""));
        }
        return new Round(count, Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    private String ask(String command) throws IOException {
        commands.println(command);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException(name + " ended over: " + command);
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
