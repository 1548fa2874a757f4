package org.candela.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.candela.cli.Interruption;

/** Turns Ctrl+C into a cancellation, and lets the work end properly before the process does. */
final class CtrlC implements Interruption {
    private static final long SECONDS_TO_END = 10;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "ctrl-c");

    /** Hears it from now on, until it is closed. */
    static CtrlC listen() {
        CtrlC listening = new CtrlC();
        Runtime.getRuntime().addShutdownHook(listening.hook);
        return listening;
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    private void stop() {
        cancellation.cancel();
        try {
            boolean isInTime = ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
            if (!isInTime) {
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!cancellation.isRequested()) {
            removeHook();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends at this very moment; the hook finds that the work has ended.
            cancellation.cancel();
        }
    }
}
