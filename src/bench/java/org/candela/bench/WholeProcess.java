package org.candela.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs as a person calls them, start and end included; by the clock. */
record WholeProcess(String name, List<List<String>> commands, long amount) implements Contender {

    @Override
    public Round run(int count) throws IOException {
        long wall = System.nanoTime();
        for (int i = 0; i < count; i++) {
            for (List<String> command : commands) {
                run(command);
            }
        }
        wall = System.nanoTime() - wall;
        return new Round(count, wall, wall, amount);
    }

    /**
     * Runs a program to its end.
     *
     * @throws Refusal with what it said, when it fails
     */
    static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new Refusal(command.get(0) + ": " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
