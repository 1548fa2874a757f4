package org.candela.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Watches how long the FX thread is held by our code at a time, and says where.
 *
 * <p>Looks at its stack every other millisecond. As long as no event of the toolkit ended in between, which a task sent
 * through its queue tells, and a method of {@code org.candela} was on the stack each time, it is one hold; tasks that
 * were queued at once may count together. Time that the
 * thread was ready but the machine gave to others is told apart: a hold counts by the processor time it took, or by the
 * clock when it was waiting.
 *
 * <pre>{@code
 * try (FxWatchdog watchdog = FxWatchdog.watching()) {
 *     …
 *     require(watchdog.holds().isEmpty());
 * }
 * }</pre>
 */
public final class FxWatchdog implements AutoCloseable {
    /** One frame of a screen of 60 Hz. */
    public static final Duration LIMIT = Duration.ofMillis(16);

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String OURS = "org.candela.";
    private static final int FRAMES_SHOWN = 12;
    /** What the toolkit does at one go once it is told to, which nobody else can divide. */
    private static final Set<String> TOOLKITS = Set.of(
            "javafx.stage.Window.setShowing",
            "com.sun.javafx.tk.quantum.QuantumToolkit.runWithRenderLock",
            "javafx.scene.Node.reapplyCSS",
            "javafx.scene.Scene.doCSSPass");

    private final Thread watched;
    private final Duration limit;
    private final List<String> hands;
    private final Thread watcher = new Thread(this::watch, "fx-watchdog");
    private final AtomicLong events = new AtomicLong();
    private final List<Hold> holds = new ArrayList<>();
    private volatile boolean isBeatPending;
    private volatile boolean isClosed;

    /** Used by the watcher alone. */
    private @Nullable Sample first;

    private @Nullable Sample last;

    /** Of the hold that is going on: what the processor spent on it, and what was waited. */
    private long busyNanos;
    /** Of that, what the toolkit did by itself. */
    private long toolkitNanos;

    private record Sample(long nanos, long cpuNanos, long event, boolean isWaiting, List<StackTraceElement> stack) {
        /** Whether the toolkit shows or hides a window, styles nodes or waits for its renderer, with none of us above it. */
        boolean isToolkits() {
            return stack.stream()
                    .takeWhile(frame -> !frame.getClassName().startsWith(OURS))
                    .anyMatch(frame -> TOOLKITS.contains(frame.getClassName() + "." + frame.getMethodName()));
        }
    }

    /**
     * The FX thread was held.
     *
     * @param length by the clock
     * @param busy of it: processor time, and time that the thread was waiting for others
     * @param ours of that, all but what the toolkit does at one go: showing and hiding windows, styling nodes, waiting for
     *     its renderer
     * @param stack the last seen, innermost first; its text leaves out what is not ours beyond the first frames
     */
    public record Hold(Duration length, Duration busy, Duration ours, List<StackTraceElement> stack) {
        @Override
        public String toString() {
            return "held for " + busy.toMillis() + " ms, " + ours.toMillis() + " of them ours (" + length.toMillis()
                    + " ms by the clock)\n  at "
                    + Stream.concat(
                                    stack.stream().limit(FRAMES_SHOWN),
                                    stack.stream().skip(FRAMES_SHOWN).filter(frame -> frame.getClassName()
                                            .startsWith(OURS)))
                            .map(StackTraceElement::toString)
                            .collect(Collectors.joining("\n  at "));
        }
    }

    private FxWatchdog(Thread watched, Duration limit, List<String> hands) {
        this.watched = watched;
        this.limit = limit;
        this.hands = hands;
    }

    /** Begins to watch with {@link #LIMIT}; not on the FX thread. */
    public static FxWatchdog watching(Class<?>... hands) {
        return watching(LIMIT, hands);
    }

    /**
     * The same with another limit.
     *
     * @param hands classes that stand for the user and run tasks on the FX thread: time that is theirs alone is no hold
     */
    public static FxWatchdog watching(Duration limit, Class<?>... hands) {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        Platform.runLater(() -> thread.complete(Thread.currentThread()));
        FxWatchdog watchdog = new FxWatchdog(
                thread.orTimeout(10, TimeUnit.SECONDS).join(),
                limit,
                Stream.concat(Stream.of(FxWatchdog.class), Stream.of(hands))
                        .map(Class::getName)
                        .toList());
        watchdog.watcher.setDaemon(true);
        watchdog.watcher.start();
        return watchdog;
    }

    /** Every time our code held the thread for longer than the limit, so far. */
    public List<Hold> holds() {
        synchronized (holds) {
            return List.copyOf(holds);
        }
    }

    /** Ends the watch. */
    @Override
    public void close() {
        isClosed = true;
        try {
            watcher.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!isClosed) {
            beat();
            sample().ifPresentOrElse(this::extend, this::end);
            LockSupport.parkNanos(PERIOD_NANOS);
        }
        end();
    }

    /** A task in the queue of the toolkit: when it runs, what came before it has ended. */
    private void beat() {
        if (!isBeatPending) {
            isBeatPending = true;
            Platform.runLater(() -> {
                events.incrementAndGet();
                isBeatPending = false;
            });
        }
    }

    /** The stack of the thread when it runs our code. */
    private Optional<Sample> sample() {
        long event = events.get();
        long cpu = THREADS.getThreadCpuTime(watched.getId());
        ThreadInfo now = THREADS.getThreadInfo(watched.getId(), Integer.MAX_VALUE); // state and stack of one moment
        if (now == null) {
            return Optional.empty();
        }
        List<StackTraceElement> stack = Arrays.asList(now.getStackTrace());
        boolean isWaiting = now.getThreadState() != Thread.State.RUNNABLE;
        boolean isOurs = stack.stream()
                .map(StackTraceElement::getClassName)
                .anyMatch(name -> name.startsWith(OURS) && !isOfHands(name));
        return isOurs && events.get() == event
                ? Optional.of(new Sample(System.nanoTime(), cpu, event, isWaiting, stack))
                : Optional.empty();
    }

    private boolean isOfHands(String name) {
        return hands.stream().anyMatch(hand -> name.equals(hand) || name.startsWith(hand + "$"));
    }

    private void extend(Sample sample) {
        Sample before = last;
        if (before != null && before.event() != sample.event()) {
            end();
            before = null;
        }
        if (before == null) {
            first = sample;
            busyNanos = 0;
            toolkitNanos = 0;
        } else {
            long spent = before.isWaiting() && sample.isWaiting()
                    ? sample.nanos() - before.nanos()
                    : sample.cpuNanos() - before.cpuNanos();
            busyNanos += spent;
            toolkitNanos += before.isToolkits() && sample.isToolkits() ? spent : 0;
        }
        last = sample;
    }

    private void end() {
        Sample from = first;
        Sample to = last;
        first = null;
        last = null;
        if (from == null || to == null) {
            return;
        }
        Duration length = Duration.ofNanos(to.nanos() - from.nanos());
        Duration busy = Duration.ofNanos(busyNanos);
        if (busy.compareTo(limit) > 0) {
            synchronized (holds) {
                holds.add(new Hold(length, busy, Duration.ofNanos(busyNanos - toolkitNanos), to.stack()));
            }
        }
    }
}
