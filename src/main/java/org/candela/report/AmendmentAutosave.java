package org.candela.report;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.candela.store.Database;
import org.candela.store.StoreException;

/**
 * Keeps what is written of an addendum, a correction or a withdrawal before it is signed: as soon after an edit as a draft is,
 * see {@link DraftAutosave#DELAY}, and again at that pace while the store fails.
 *
 * <p>Any thread may report edits; saving happens on the scheduler, or on the caller of {@link #flush}.
 */
// [impl->req~report.amendment-autosave~1]
public final class AmendmentAutosave {
    private final Database database;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final NewestSaved<PendingAmendment> amendments;

    public AmendmentAutosave(Database database, ScheduledExecutorService scheduler, Clock clock) {
        this.database = database;
        this.amendments = new NewestSaved<>(scheduler, new NewestSaved.Keeper<>() {
            @Override
            public void save(PendingAmendment newest) throws StoreException {
                database.change(tx -> AmendmentRepository.save(tx, newest, clock.instant()));
            }

            @Override
            public void attempted(PendingAmendment newest, String problem) {
                listeners.forEach(listener -> listener.accept(problem));
            }
        });
    }

    /** Calls {@code listener} after each attempt, on the saving thread: with the code of the problem, empty when it is saved. */
    public void onSave(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Something was written, or nothing is left of it; returns at once. */
    public void edited(PendingAmendment pending) {
        amendments.edited(pending.report(), pending);
    }

    /** What was written to follow this version; empty when nothing was, or another version is the newest now. */
    public Optional<PendingAmendment> of(ReportId report, int newest) throws StoreException {
        return database.read(tx -> AmendmentRepository.of(tx, report)).filter(pending -> pending.follows() == newest);
    }

    /** It is signed: it is kept no longer. */
    public void done(ReportId report) throws StoreException {
        amendments.drop(report, () -> database.change(tx -> AmendmentRepository.drop(tx, report)));
    }

    /** Saves every edit now, on this thread. */
    public void flush() {
        amendments.flush();
    }
}
