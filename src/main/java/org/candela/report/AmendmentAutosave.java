package org.candela.report;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is written of an addendum, a correction or a withdrawal before it is signed: as soon after an edit as a draft is,
 * see {@link DraftAutosave#DELAY}, and again at that pace while the store fails.
 *
 * <p>Any thread may report edits; saving happens on the scheduler, or on the caller of {@link #flush}.
 */
// [impl->req~report.amendment-autosave~1]
public final class AmendmentAutosave {
    private static final Logger LOG = LoggerFactory.getLogger(AmendmentAutosave.class);

    private final Database database;
    private final ScheduledExecutorService scheduler;
    private final Clock clock;
    private final CopyOnWriteArrayList<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Map<ReportId, PendingAmendment> unsaved = new ConcurrentHashMap<>();
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    /** One who saves at a time, so that what was written last is kept last. */
    private final Object saving = new Object();

    public AmendmentAutosave(Database database, ScheduledExecutorService scheduler, Clock clock) {
        this.database = database;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Calls {@code listener} after each attempt, on the saving thread: with the code of the problem, empty when it is saved. */
    public void onSave(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Something was written, or nothing is left of it; returns at once. */
    public void edited(PendingAmendment pending) {
        unsaved.put(pending.report(), pending);
        schedule();
    }

    /** What was written to follow this version; empty when nothing was, or another version is the newest now. */
    public Optional<PendingAmendment> of(ReportId report, int newest) throws StoreException {
        return database.read(tx -> AmendmentRepository.of(tx, report)).filter(pending -> pending.follows() == newest);
    }

    /** It is signed: it is kept no longer. */
    public void done(ReportId report) throws StoreException {
        synchronized (saving) {
            unsaved.remove(report);
            database.change(tx -> AmendmentRepository.drop(tx, report));
        }
    }

    /** Saves every edit now, on this thread. */
    public void flush() {
        for (ReportId report : unsaved.keySet()) {
            save(report);
        }
    }

    private void schedule() {
        if (isScheduled.compareAndSet(false, true)) {
            ScheduledFuture<?> unused =
                    scheduler.schedule(this::saveScheduled, DraftAutosave.DELAY.toMillis(), TimeUnit.MILLISECONDS);
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
            PendingAmendment pending = unsaved.get(report);
            if (pending == null) {
                return;
            }
            String problem = "";
            try {
                database.change(tx -> AmendmentRepository.save(tx, pending, clock.instant()));
                unsaved.remove(report, pending);
            } catch (StoreException e) {
                LOG.warn("what is to follow report {} is not saved: {}", report, e.code(), e);
                problem = e.code();
            }
            for (Consumer<String> listener : listeners) {
                listener.accept(problem);
            }
        }
    }
}
