package org.candela.net.web;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.candela.base.Cancellation;

/** How chance and waiting enter a repeated attempt, so that tests can give others. */
record Backoff(DoubleSupplier chance, Pause pause) {
    private static final long LOOK_FOR_CANCELLATION_MILLIS = 50;
    static final Backoff REAL = new Backoff(() -> ThreadLocalRandom.current().nextDouble(), Backoff::await);

    /** Waits. */
    @FunctionalInterface
    interface Pause {
        void await(Duration time, Cancellation cancellation) throws InterruptedException;
    }

    private static void await(Duration time, Cancellation cancellation) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + time.toNanos();
        boolean isOpen = false;
        while (!isOpen && end - System.nanoTime() > 0) {
            cancellation.throwIfRequested();
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + 1;
            isOpen = never.await(Math.min(left, LOOK_FOR_CANCELLATION_MILLIS), TimeUnit.MILLISECONDS);
        }
        cancellation.throwIfRequested();
    }
}
