package org.candela.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Processor time by name of thread, in milliseconds. */
record Spent(Map<String, Double> millis) {
    static final Spent NOTHING = new Spent(Map.of());
    private static final double LEAST_SHOWN = 0.1;

    /** Since the program began, without the calling thread. */
    static Spent now() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Double> spent = new TreeMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadId() != Thread.currentThread().getId()) {
                spent.merge(thread.getThreadName(), threads.getThreadCpuTime(thread.getThreadId()) / 1e6, Double::sum);
            }
        }
        return new Spent(spent);
    }

    /** From {@code before} to this. */
    Spent since(Spent before) {
        Map<String, Double> difference = new TreeMap<>(millis);
        before.millis.forEach((name, earlier) -> difference.computeIfPresent(name, (same, now) -> now - earlier));
        return new Spent(difference);
    }

    double wholeMillis() {
        return millis.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The threads that took most, a {@code count}-th each. */
    String each(int count) {
        return millis.entrySet().stream()
                .filter(entry -> entry.getValue() / count >= LEAST_SHOWN)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> String.format(Locale.ROOT, "%s %.1f", entry.getKey(), entry.getValue() / count))
                .collect(Collectors.joining(", "));
    }
}
