package org.candela.displayqa.ui;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.candela.base.Cancellation;
import org.candela.displayqa.measure.MeterPlacement;

/** A person puts the meter before each place and says when it is there. */
// [impl->req~displayqa.meter-by-hand~1]
final class HandPlacement implements MeterPlacement {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Cancellation cancellation;
    private final Consumer<Optional<ScreenPlace>> wanted;
    private final Executor ui;
    private final Semaphore there = new Semaphore(0);

    /** @param wanted hears on the FX thread where the meter shall go, and that it is there */
    HandPlacement(Cancellation cancellation, Consumer<Optional<ScreenPlace>> wanted, Executor ui) {
        this.cancellation = cancellation;
        this.wanted = wanted;
        this.ui = ui;
    }

    @Override
    public void place(int row, int column) {
        there.drainPermits();
        ui.execute(() -> wanted.accept(Optional.of(new ScreenPlace(row, column))));
        try {
            await();
        } finally {
            ui.execute(() -> wanted.accept(Optional.empty()));
        }
    }

    /** The meter is where it shall be. Any thread. */
    void isThere() {
        there.release();
    }

    private void await() {
        for (Duration waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(GLANCE)) {
            cancellation.throwIfRequested();
            try {
                if (there.tryAcquire(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while the meter was being placed");
            }
        }
        throw new CancellationException("nobody placed the meter within " + PATIENCE.toMinutes() + " min");
    }
}
