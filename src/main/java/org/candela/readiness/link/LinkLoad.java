package org.candela.readiness.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleConsumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several transfers at once for a window, and small requests meanwhile. */
final class LinkLoad {
    private static final Logger LOG = LoggerFactory.getLogger(LinkLoad.class);
    /** A flow whose transfers break so often ends. */
    private static final int MOST_FAILURES = 3;

    private static final long PAUSE_NANOS = 50_000_000L;
    private static final long SECONDS_TO_END = 40;
    private static final double MINUTE = 60e9;

    private final LinkProbe probe;
    private final Executor executor;
    private final LinkPlan plan;

    LinkLoad(LinkProbe probe, Executor executor, LinkPlan plan) {
        this.probe = probe;
        this.executor = executor;
        this.plan = plan;
    }

    Optional<Throughput> down(Cancellation cancellation, DoubleConsumer progress, List<String> notes) {
        Run run = new Run(cancellation);
        return run.load("down", () -> probe.fetch(run.moved::addAndGet, run.part), progress, notes);
    }

    /** What the facility has acknowledged counts; what still lies in the buffers of this machine does not. */
    Optional<Throughput> up(Cancellation cancellation, DoubleConsumer progress, List<String> notes) {
        Run run = new Run(cancellation);
        return run.load("up", () -> run.moved.addAndGet(probe.send(run.part)), progress, notes);
    }

    private interface Transfer {
        void once() throws CandelaException;
    }

    /** One direction. */
    private final class Run {
        private final Cancellation whole;
        private final Cancellation part;
        private final AtomicLong moved = new AtomicLong();
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger alive = new AtomicInteger();
        private final List<Long> roundTrips = new ArrayList<>();
        private long countedFrom;
        private long movedBefore;

        Run(Cancellation whole) {
            this.whole = whole;
            this.part = whole.ofPart();
        }

        Optional<Throughput> load(String direction, Transfer transfer, DoubleConsumer progress, List<String> notes) {
            List<CompletableFuture<Void>> flows = new ArrayList<>();
            alive.set(plan.flows());
            for (int i = 0; i < plan.flows(); i++) {
                flows.add(CompletableFuture.runAsync(() -> flow(transfer), executor));
            }
            long start = System.nanoTime();
            long end;
            try {
                watch(start, progress);
            } finally {
                end = System.nanoTime();
                part.cancel();
                flows.forEach(this::await);
            }
            whole.throwIfRequested();
            return judged(direction, end, notes);
        }

        private void watch(long start, DoubleConsumer progress) {
            long window = plan.window().toNanos();
            for (long at = 0; at < window; at = System.nanoTime() - start) {
                whole.throwIfRequested();
                if (countedFrom == 0 && at >= plan.warmUp().toNanos()) {
                    movedBefore = moved.get();
                    countedFrom = System.nanoTime();
                }
                if (alive.get() == 0 || moved.get() >= plan.mostBytes()) {
                    return;
                }
                askMeanwhile();
                progress.accept(Math.min(1, (double) at / window));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }

        private void askMeanwhile() {
            try {
                roundTrips.add(probe.ask(part).toNanos());
            } catch (CandelaException e) {
                LOG.debug("no answer under load ({})", e.code());
            }
        }

        private void flow(Transfer transfer) {
            int broken = 0;
            try {
                while (!part.isRequested() && broken < MOST_FAILURES) {
                    try {
                        transfer.once();
                    } catch (CandelaException e) {
                        LOG.debug("a transfer broke ({})", e.code());
                        broken++;
                        failures.incrementAndGet();
                    }
                }
            } catch (CancellationException e) {
                LOG.trace("the window is over", e);
            } finally {
                alive.decrementAndGet();
            }
        }

        private void await(CompletableFuture<Void> flow) {
            try {
                flow.get(SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("a transfer of the measurement did not end [link.flow]", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private Optional<Throughput> judged(String direction, long end, List<String> notes) {
            long bytes = moved.get();
            long counted = countedFrom == 0 ? 0 : end - countedFrom;
            if (bytes == 0) {
                notes.add(direction + " not measured: no transfer came through (" + failures.get() + " broke)");
                return Optional.empty();
            }
            if (counted < plan.window().minus(plan.warmUp()).toNanos() / 4) {
                notes.add(direction + " not measured: " + bytes / 1_000_000
                        + " MB moved before the link was steady; allow more bytes");
                return Optional.empty();
            }
            double rate = 8e9 * (bytes - movedBefore) / counted;
            double responsive = roundTrips.isEmpty() ? 0 : MINUTE / Delay.median(roundTrips);
            return Optional.of(
                    new Throughput(rate, bytes, Duration.ofNanos(counted).toMillis(), responsive, failures.get()));
        }
    }
}
