package org.candela.codec.stream;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Splits the independent parts of one frame (code blocks, tiles, restart intervals) over threads.
 *
 * <p>The calling thread works too and never waits for a part that nobody has begun, so that it may itself belong to the
 * executor: a busy pool makes it slower, never stuck. Safe from any thread.
 */
public final class Workers {
    /** Only the calling thread. */
    public static final Workers ALONE = new Workers(Runnable::run, 0);

    private final Executor executor;
    private final int helpers;

    /**
     * Workers on {@code executor} besides the calling thread.
     *
     * @param helpers most parts taken at once by the executor, at least 0
     */
    public Workers(Executor executor, int helpers) {
        this.executor = executor;
        this.helpers = helpers;
    }

    /** Runs {@code part} for 0 to {@code count − 1}, in no order; returns when all have ended. The first failure is thrown. */
    public void forEach(int count, IntConsumer part) {
        Parts parts = new Parts(count, part);
        for (int i = 0; i < Math.min(helpers, count - 1); i++) {
            try {
                executor.execute(parts::work);
            } catch (RejectedExecutionException e) {
                break; // a pool that is shutting down takes nothing more: the caller does it all
            }
        }
        parts.work();
        parts.awaitBegun();
    }

    private static final class Parts {
        private final int count;
        private final IntConsumer part;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private int running;
        private @Nullable RuntimeException failure;

        Parts(int count, IntConsumer part) {
            this.count = count;
            this.part = part;
        }

        void work() {
            begin();
            try {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    part.accept(i);
                    done.incrementAndGet();
                }
            } catch (RuntimeException e) {
                fail(e);
            } finally {
                end();
            }
        }

        private synchronized void begin() {
            running++;
        }

        private synchronized void fail(RuntimeException e) {
            failure = failure == null ? e : failure;
            next.set(count);
        }

        private synchronized void end() {
            running--;
            notifyAll();
        }

        synchronized void awaitBegun() {
            boolean isInterrupted = false;
            while (running > 0) {
                try {
                    wait(1000);
                } catch (InterruptedException e) {
                    isInterrupted = true; // parts write into shared arrays: leaving them running would be a race
                }
            }
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
            if (failure != null) {
                throw failure;
            }
            if (done.get() < count) {
                // An Error ended a helper; what it left undone must not pass for pixels.
                throw new IllegalStateException((count - done.get()) + " of " + count + " parts were not finished");
            }
        }
    }
}
