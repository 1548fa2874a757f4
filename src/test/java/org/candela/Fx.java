package org.candela;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.candela.ui.Pulses;
import org.candela.ui.Theme;
import org.junit.jupiter.api.Assumptions;

/**
 * The toolkit for tests of views: starts it once, runs code on its thread, waits for what it shows.
 *
 * <p>Call {@link #start()} in {@code @BeforeAll}; without a display the test is skipped with the reason.
 */
public final class Fx {
    private static final long PATIENCE_SECONDS = 30;

    private Fx() {}

    /** Starts the toolkit if it does not run yet; skips the test where there is no display. */
    public static void start() {
        Assumptions.assumeTrue(VirtualDesk.display().isPresent(), VirtualDesk::absence);
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                Theme.install();
                started.countDown();
            });
            if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the toolkit did not start");
            }
        } catch (IllegalStateException e) {
            if (started.getCount() > 0 && !String.valueOf(e.getMessage()).contains("already")) {
                throw e;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The outcome of {@code work} on the FX thread; its failure is thrown here. */
    public static <T> T call(Callable<T> work) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                outcome.complete(work.call());
            } catch (Throwable failure) {
                outcome.completeExceptionally(failure);
            }
        });
        return await(outcome);
    }

    /** Runs {@code work} on the FX thread and waits for it. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until the toolkit has laid out and drawn what was last changed. */
    public static void settle() {
        await(Pulses.drawn(Platform::runLater));
    }

    /** Waits, pulse by pulse, until {@code condition} holds on the FX thread; fails after half a minute. */
    public static void until(String what, Callable<Boolean> condition) {
        until(what, Duration.ofSeconds(PATIENCE_SECONDS), condition);
    }

    /** The same with another patience. */
    public static void until(String what, Duration patience, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!call(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
            }
            settle();
        }
    }

    private static <T> T await(CompletableFuture<T> outcome) {
        try {
            return outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AssertionError wrong ? wrong : new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the FX thread did not answer", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
