package org.candela.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * Keeps what is typed: {@link #DELAY} after the first edit that is not yet kept, all drafts with edits are saved, so that
 * nothing older than that is lost with the process. While the store fails, it tries again at the same pace.
 *
 * <p>Any thread may report edits; saving happens on the scheduler, or on the caller of {@link #flush}.
 */
// [impl->req~report.autosave~1]
public final class DraftAutosave implements AutoCloseable {
    /** Half of the 2 s that may be lost at most; the rest is for the disk. */
    public static final Duration DELAY = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(DraftAutosave.class);

    private final Database database;
    private final ScheduledExecutorService scheduler;
    private final Clock clock;
    private final List<Consumer<SaveStanding>> listeners = new CopyOnWriteArrayList<>();
    private final Map<ReportId, ReportDraft> unsaved = new ConcurrentHashMap<>();
    private final Object saving = new Object();
    private final AtomicBoolean isScheduled = new AtomicBoolean();

    public DraftAutosave(Database database, ScheduledExecutorService scheduler, Clock clock) {
        this.database = database;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Calls {@code listener} after each attempt to save, on the saving thread; quick, nothing is saved meanwhile. */
    public void onSave(Consumer<SaveStanding> listener) {
        listeners.add(listener);
    }

    /** The draft has changed; returns at once. */
    public void edited(ReportDraft draft) {
        unsaved.put(draft.id(), draft);
        schedule();
    }

    /** Saves every edit now, on this thread. */
    public void flush() {
        for (ReportId id : unsaved.keySet()) {
            saveNewest(id);
        }
    }

    /** One at a time: whoever saved what was newest a moment ago must not come after one who has a newer one. */
    private void saveNewest(ReportId id) {
        synchronized (saving) {
            ReportDraft draft = unsaved.get(id);
            if (draft != null) {
                save(draft);
            }
        }
    }

    /** Saves what is left. The scheduler is the caller's to stop. */
    @Override
    public void close() {
        flush();
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

    private void save(ReportDraft draft) {
        try {
            Instant now = clock.instant();
            database.change(tx -> ReportRepository.saveDraft(tx, draft, now));
            unsaved.remove(draft.id(), draft);
            tell(new SaveStanding(draft, now, ""));
        } catch (StoreException e) {
            LOG.warn("draft {} is not saved: {}", draft.id(), e.code(), e);
            tell(new SaveStanding(draft, clock.instant(), e.code()));
        }
    }

    private void tell(SaveStanding standing) {
        listeners.forEach(listener -> listener.accept(standing));
    }

    /**
     * Result of one attempt to save.
     *
     * @param draft what was (or was not) saved
     * @param problem code of the reason why it is not saved; empty when it is
     */
    public record SaveStanding(ReportDraft draft, Instant at, String problem) {
        /** Whether the draft is on disk. */
        public boolean isSaved() {
            return problem.isEmpty();
        }
    }
}
