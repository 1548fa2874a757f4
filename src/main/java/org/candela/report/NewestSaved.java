package org.candela.report;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.candela.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves what was written last of each report: {@link #DELAY} after the first edit that is not yet saved, all of them, so that
 * nothing older than that is lost with the process. While the store fails, it tries again at the same pace.
 *
 * <p>Any thread may report edits; saving happens on the scheduler, or on the caller of {@link #flush}.
 */
final class NewestSaved<T> {
    /** Half of the 2 s that may be lost at most; the rest is for the disk. */
    static final Duration DELAY = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(NewestSaved.class);

    private final ScheduledExecutorService scheduler;
    private final Keeper<T> keeper;
    private final Map<ReportId, T> unsaved = new ConcurrentHashMap<>();
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    /** One who saves at a time: whoever took up what was newest a moment ago must not come after one who has a newer one. */
    private final Object saving = new Object();

    /** Where it is saved, and who is told; on the saving thread, quick, nothing else is saved meanwhile. */
    interface Keeper<T> {
        void save(T newest) throws StoreException;

        /** @param problem code of the reason why it is not saved; empty when it is */
        void attempted(T newest, String problem);
    }

    /** What ends with nothing left to save. */
    interface Step {
        void run() throws StoreException;
    }

    NewestSaved(ScheduledExecutorService scheduler, Keeper<T> keeper) {
        this.scheduler = scheduler;
        this.keeper = keeper;
    }

    /** Something was written; returns at once. */
    void edited(ReportId report, T newest) {
        unsaved.put(report, newest);
        schedule();
    }

    /** Does {@code step} while nothing is saved; what was written of the report before is not saved any more. */
    void drop(ReportId report, Step step) throws StoreException {
        synchronized (saving) {
            unsaved.remove(report);
            step.run();
        }
    }

    /** Saves every edit now, on this thread. */
    void flush() {
        for (ReportId report : unsaved.keySet()) {
            save(report);
        }
    }

    private void schedule() {
        if (isScheduled.compareAndSet(false, true)) {
            ScheduledFuture<?> unused =
                    scheduler.schedule(this::saveScheduled, DELAY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void saveScheduled() {
        isScheduled.set(false);
        try {
            flush();
        } finally {
            if (!unsaved.isEmpty()) {
                schedule();
            }
        }
    }

    private void save(ReportId report) {
        synchronized (saving) {
            T newest = unsaved.get(report);
            if (newest == null) {
                return;
            }
            String problem = "";
            try {
                keeper.save(newest);
                unsaved.remove(report, newest);
            } catch (StoreException e) {
                LOG.warn("what was written of report {} is not saved: {}", report, e.code(), e);
                problem = e.code();
            }
            keeper.attempted(newest, problem);
        }
    }
}
