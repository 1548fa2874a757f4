package org.candela;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came of a slice's inputs: how many, how they ended, the dearest of them, and what was wrong. Any thread. */
public final class FuzzReport {
    private static final int MOST_FINDINGS = 10;
    /** Fewer inputs say nothing of how outcomes are mixed: one repeated number above all. */
    private static final int ENOUGH = 50;

    private final String slice;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<AssertionError> findings = new ArrayList<>();
    private int inputs;
    private int read;
    private Dearest slowest = new Dearest("nothing", 0);
    private Dearest longest = new Dearest("nothing", 0);
    private Dearest largest = new Dearest("nothing", 0);

    FuzzReport(String slice) {
        this.slice = slice;
    }

    private record Dearest(String input, long amount) {
        Dearest or(String other, long otherAmount) {
            return otherAmount > amount ? new Dearest(other, otherAmount) : this;
        }
    }

    synchronized void count(int number, String seed, @Nullable Throwable thrown, FuzzLoop.Cost cost) {
        inputs++;
        read += thrown == null ? 1 : 0;
        outcomes.merge(thrown == null ? "read" : thrown.getClass().getSimpleName(), 1, Integer::sum);
        String input = "#" + number + " of " + seed;
        slowest = slowest.or(input, cost.processorNanos());
        longest = longest.or(input, cost.clockNanos());
        largest = largest.or(input, cost.bytes());
    }

    synchronized void find(AssertionError finding) {
        findings.add(finding);
    }

    /** Whether there is enough wrong to stop. */
    synchronized boolean isFull() {
        return findings.size() >= MOST_FINDINGS;
    }

    /** Fails unless some inputs were read and some refused: else the mutation was too weak or too strong to test much. */
    public synchronized void requireBothOutcomes() {
        assertTrue(inputs < ENOUGH || (read > 0 && read < inputs), slice + " is one-sided: " + outcomes);
    }

    /** Inputs that ended with a result. */
    public synchronized int read() {
        return read;
    }

    /** Inputs that ended. */
    public synchronized int inputs() {
        return inputs;
    }

    synchronized void requireNoFindings() {
        if (findings.isEmpty()) {
            return;
        }
        AssertionError first = findings.get(0);
        AssertionError failure = new AssertionError(findings.size() + " findings; " + first.getMessage(), first);
        findings.stream().skip(1).forEach(failure::addSuppressed);
        throw failure;
    }

    /** Leaves itself as one line in {@code folder}. */
    synchronized void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(slice + ".tsv"), this + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized String toString() {
        return String.join(
                "\t",
                slice,
                inputs + " inputs",
                outcomes.toString(),
                findings.size() + " findings",
                "slowest " + slowest.amount / 1_000_000 + " ms of processor " + slowest.input,
                "longest " + longest.amount / 1_000_000 + " ms " + longest.input,
                "largest " + (largest.amount >> 10) + " KiB " + largest.input);
    }
}
