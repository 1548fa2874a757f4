package org.candela.app;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.candela.calibration.device.DisplayInventory;

/** Looks now and then for what no toolkit tells: panels that were exchanged, and calibrations that ran out by the clock. */
// [impl->req~shell.panel-watch~1]
final class DeskWatch {
    /** How long a panel may show the greys of another one. */
    private static final long LOOK_MILLIS = 500;

    private static final long JUDGE_SECONDS = 60;

    private final Executors executors;
    private final DisplayInventory inventory;
    /** The device thread may be measuring for minutes; questions must not pile up behind that. */
    private final AtomicBoolean isAsked = new AtomicBoolean();

    DeskWatch(Executors executors, DisplayInventory inventory) {
        this.executors = executors;
        this.inventory = inventory;
    }

    /**
     * Begins; ends with the executors.
     *
     * @param changed run on the device thread when displays may have changed
     * @param judge run where one may wait for the disk
     */
    void begin(Runnable changed, Runnable judge) {
        var unused = executors
                .scheduler()
                .scheduleWithFixedDelay(() -> look(changed), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        var unusedToo = executors
                .scheduler()
                .scheduleWithFixedDelay(
                        () -> executors.io().execute(judge), JUDGE_SECONDS, JUDGE_SECONDS, TimeUnit.SECONDS);
    }

    private void look(Runnable changed) {
        if (isAsked.compareAndSet(false, true)) {
            executors.device().execute(() -> {
                isAsked.set(false);
                if (inventory.hasChanged()) {
                    changed.run();
                }
            });
        }
    }
}
