package org.candela;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs inputs one after another on a thread of its own, and another thread where one is stuck. */
final class FuzzLoop {
    private static final Path KEPT = Path.of("target", "fuzz");
    private static final long LOOK_MILLIS = 20;
    /** Prime: numbers in a row take seeds from all over a list, and every seed has its turn. */
    private static final long STEP = 1_000_003;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String slice;
    private final Fuzz.Limits limits;
    private final List<Class<?>> allowed;

    FuzzLoop(String slice, Fuzz.Limits limits, List<Class<?>> allowed) {
        this.slice = slice;
        this.limits = limits;
        this.allowed = allowed;
    }

    record Range(int first, int count) {
        int end() {
            return first + count;
        }
    }

    record Subject(List<Fuzz.Seed> seeds, Fuzz.Mutation mutation, Fuzz.Reading reading) {
        Fuzz.Seed seed(int number) {
            return seeds.get((int) Math.floorMod(number * STEP, (long) seeds.size()));
        }
    }

    /** What one input took. */
    record Cost(long processorNanos, long clockNanos, long bytes) {
        static Cost now() {
            return of(Thread.currentThread().getId());
        }

        static Cost of(long thread) {
            return new Cost(
                    THREADS.getThreadCpuTime(thread), System.nanoTime(), THREADS.getThreadAllocatedBytes(thread));
        }

        Cost since(Cost start) {
            return new Cost(processorNanos - start.processorNanos, clockNanos - start.clockNanos, bytes - start.bytes);
        }
    }

    FuzzReport run(Range range, Subject subject) {
        FuzzReport report = new FuzzReport(slice);
        int next = range.first;
        while (next < range.end() && !report.isFull()) {
            Stretch stretch = new Stretch(new Range(next, range.end() - next), subject, report);
            stretch.start();
            next = stretch.watch();
        }
        report.write(KEPT);
        return report;
    }

    /** Chance of one number: neighbours share nothing, as {@code new Random(number)} would. */
    private Random random(int number) {
        return new Random((slice.hashCode() * 0x9E3779B97F4A7C15L) ^ (number * 0xBF58476D1CE4E5B9L));
    }

    private @Nullable String excess(Cost cost) {
        if (cost.processorNanos > limits.processor().toNanos()) {
            return "took " + cost.processorNanos / 1_000_000 + " ms of processor time";
        }
        if (cost.clockNanos > limits.clock().toNanos()) {
            return "took " + cost.clockNanos / 1_000_000 + " ms";
        }
        return cost.bytes > limits.bytes() ? "allocated " + (cost.bytes >> 20) + " MiB" : null;
    }

    /** Inputs up to the end or to the first that does not end. */
    private final class Stretch {
        private final Range range;
        private final Subject subject;
        private final FuzzReport report;
        private final Thread thread = new Thread(this::work, "fuzz");
        private final CountDownLatch ended = new CountDownLatch(1);
        private int number;
        private @Nullable Cost start;
        private boolean isLeft;
        private volatile @Nullable RuntimeException broken;

        Stretch(Range range, Subject subject, FuzzReport report) {
            this.range = range;
            this.subject = subject;
            this.report = report;
            number = range.first;
        }

        void start() {
            thread.setDaemon(true);
            thread.start();
        }

        private void work() {
            try {
                for (int i = range.first; i < range.end() && one(i); i++) {}
            } catch (RuntimeException e) { // of the mutation: those of the reading are outcomes
                broken = e;
            } finally {
                ended.countDown();
            }
        }

        /** False when the loop has given up this thread. */
        private boolean one(int index) {
            Fuzz.Seed seed = subject.seed(index);
            Random random = random(index);
            byte[] input = subject.mutation.mutated(seed.content().get(), random);
            begin(index);
            Throwable thrown = thrown(input, random);
            return end(input, thrown);
        }

        private @Nullable Throwable thrown(byte[] input, Random random) {
            try {
                subject.reading.read(input, random);
                return null;
            } catch (Throwable any) { // to tell every kind of end is what this is for
                return any;
            }
        }

        private synchronized void begin(int index) {
            number = index;
            start = Cost.now();
        }

        private synchronized boolean end(byte[] input, @Nullable Throwable thrown) {
            Cost began = start;
            if (isLeft || began == null) {
                return false;
            }
            Cost cost = Cost.now().since(began);
            start = null;
            String excess = excess(cost);
            report.count(number, subject.seed(number).name(), thrown, cost);
            if (excess != null) {
                find(input, excess, thrown);
            } else if (thrown != null && allowed.stream().noneMatch(type -> type.isInstance(thrown))) {
                find(input, thrown.toString(), thrown);
            }
            number++;
            return !report.isFull();
        }

        /** Waits for the end of all inputs, or of one that takes too much; the number to go on with. */
        int watch() {
            try {
                while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (isStuck()) {
                        break;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            if (broken != null) { // the same number would break it again
                throw new AssertionError("the mutation of " + slice + " fails after #" + (number - 1), broken);
            }
            synchronized (this) {
                return number;
            }
        }

        private synchronized boolean isStuck() {
            Cost began = start;
            String excess =
                    began == null ? null : excess(Cost.of(thread.getId()).since(began));
            if (excess == null) {
                return false;
            }
            Throwable place = new Throwable("where it was");
            place.setStackTrace(thread.getStackTrace());
            isLeft = true;
            thread.interrupt();
            Fuzz.Seed seed = subject.seed(number);
            find(subject.mutation.mutated(seed.content().get(), random(number)), excess + " and had not ended", place);
            number++;
            return true;
        }

        private void find(byte[] input, String what, @Nullable Throwable cause) {
            Path file = KEPT.resolve(slice + "-" + number + ".bin");
            try {
                Files.createDirectories(KEPT);
                Files.write(file, input);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String place = slice + "#" + number + " of " + subject.seed(number).name();
            report.find(new AssertionError(place + " " + what + ", kept in " + file, cause));
        }
    }
}
