package org.candela.calibration.device.ddcutil;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.candela.calibration.device.DeviceException;

/**
 * The one thread that speaks with a display. libddcutil keeps error details, the verify flag and its output by thread.
 *
 * <p>Called from the device thread. A native call cannot be ended: one that does not end in time is left behind, and nothing
 * else is asked of the display until it ends.
 */
// [impl->req~device.ddcutil.thread~1]
final class DisplayThread {
    private final String device;
    private final ExecutorService executor;
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private volatile boolean isGivenUp;

    DisplayThread(String device, ExecutorService executor) {
        this.device = device;
        this.executor = executor;
    }

    /** What is done on the thread. */
    @FunctionalInterface
    interface Task<T> {
        T run() throws DeviceException;
    }

    /** The result of {@code task}, waited for no longer than {@code limit}. */
    <T> T call(Duration limit, Task<T> task) throws DeviceException {
        if (!isBusy.compareAndSet(false, true)) {
            throw new DeviceException("device.no-answer", device, "an earlier call has still not ended");
        }
        isGivenUp = false;
        CompletableFuture<T> result = new CompletableFuture<>();
        executor.execute(() -> run(task, result));
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            isGivenUp = true;
            throw new DeviceException("device.no-answer", device, "no end within " + limit.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            isGivenUp = true;
            Thread.currentThread().interrupt();
            throw new DeviceException("device.interrupted", device, "interrupted while it was waited for", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DeviceException failure) {
                throw failure;
            }
            throw new IllegalStateException(device, e.getCause());
        }
    }

    /** For tasks, between two calls of the library: ends one that nobody waits for any more, before it sets anything. */
    void requireWanted() throws DeviceException {
        if (isGivenUp) {
            throw new DeviceException("device.interrupted", device, "given up meanwhile");
        }
    }

    /** Whether a call has not ended yet. */
    boolean isBusy() {
        return isBusy.get();
    }

    void close() {
        executor.shutdown();
    }

    /** The thread is free before its result is seen: who has the result may call again at once. */
    private <T> void run(Task<T> task, CompletableFuture<T> result) {
        try {
            T value = task.run();
            isBusy.set(false);
            result.complete(value);
        } catch (DeviceException | RuntimeException | Error e) {
            isBusy.set(false);
            result.completeExceptionally(e);
        }
    }
}
