package org.candela.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.candela.store.Database;
import org.candela.store.StoreException;

/**
 * Keeps what is typed: {@link #DELAY} after the first edit that is not yet kept, all drafts with edits are saved, so that
 * nothing older than that is lost with the process. While the store fails, it tries again at the same pace.
 *
 * <p>Any thread may report edits; saving happens on the scheduler, or on the caller of {@link #flush}.
 */
// [impl->req~report.autosave~1]
public final class DraftAutosave implements AutoCloseable {
    /** How long an edit waits before it is saved. */
    public static final Duration DELAY = NewestSaved.DELAY;

    private final Clock clock;
    private final List<Consumer<SaveStanding>> listeners = new CopyOnWriteArrayList<>();
    private final NewestSaved<ReportDraft> drafts;

    public DraftAutosave(Database database, ScheduledExecutorService scheduler, Clock clock) {
        this.clock = clock;
        this.drafts = new NewestSaved<>(scheduler, new NewestSaved.Keeper<>() {
            @Override
            public void save(ReportDraft newest) throws StoreException {
                Instant now = clock.instant();
                database.change(tx -> ReportRepository.saveDraft(tx, newest, now));
            }

            @Override
            public void attempted(ReportDraft newest, String problem) {
                tell(newest, problem);
            }
        });
    }

    /** Calls {@code listener} after each attempt to save, on the saving thread; quick, nothing is saved meanwhile. */
    public void onSave(Consumer<SaveStanding> listener) {
        listeners.add(listener);
    }

    /** The draft has changed; returns at once. */
    public void edited(ReportDraft draft) {
        drafts.edited(draft.id(), draft);
    }

    /** Saves every edit now, on this thread. */
    public void flush() {
        drafts.flush();
    }

    /** Saves what is left. The scheduler is the caller's to stop. */
    @Override
    public void close() {
        flush();
    }

    private void tell(ReportDraft draft, String problem) {
        SaveStanding standing = new SaveStanding(draft, clock.instant(), problem);
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
