package org.candela.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what was opened, newest first, each within a time limit. Any thread; runs once.
 *
 * <p>What hangs is left behind with a warning, so that a dead sensor cannot keep the database open.
 */
// [impl->req~app.shutdown~1]
final class Shutdown implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private record Step(String name, AutoCloseable resource) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private final Duration limit;

    /** @param limit for each resource */
    Shutdown(Duration limit) {
        this.limit = limit;
    }

    /** Keeps {@code resource} to be closed before everything that was kept earlier, and returns it. */
    synchronized <T extends AutoCloseable> T closing(String name, T resource) {
        steps.push(new Step(name, resource));
        return resource;
    }

    @Override
    public void close() {
        for (Step step = next(); step != null; step = next()) {
            close(step);
        }
    }

    private synchronized @Nullable Step next() {
        return steps.poll();
    }

    private void close(Step step) {
        CountDownLatch closed = new CountDownLatch(1);
        Thread closing = new Thread(
                () -> {
                    closeQuietly(step);
                    closed.countDown();
                },
                "shutdown-" + step.name());
        closing.setDaemon(true);
        closing.start();
        try {
            if (!closed.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} did not close within {} and is left behind [app.shutdown]", step.name(), limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever one resource throws, the next is closed all the same. */
    private static void closeQuietly(Step step) {
        try {
            step.resource().close();
        } catch (Exception e) {
            LOG.warn("{} did not close cleanly [app.shutdown]", step.name(), e);
        }
    }
}
