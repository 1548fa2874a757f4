package org.candela.viewer.mark;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.Uid;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.TxAction;

/**
 * What was drawn, kept from the moment it was finished. Safe from any thread; the store is used on the {@code db} executor,
 * in the order of the calls, and a future fails with a {@link StoreException} when it could not be.
 */
public final class Marks {
    private final Database database;
    private final Executor db;
    private final Clock clock;

    /** Marks in {@code database}; {@code db} runs one task after another. */
    public Marks(Database database, Executor db, Clock clock) {
        this.database = database;
        this.db = db;
        this.clock = clock;
    }

    /**
     * What is kept of a series.
     *
     * @param marks oldest first
     * @param calibration the size of a pixel as its reader told it
     */
    public record Kept(List<Mark> marks, Optional<Calibration> calibration) {
        public Kept {
            marks = List.copyOf(marks);
        }
    }

    /** Keeps a mark as it is now; complete when it is on the disk. */
    // [impl->req~viewer.annotations-autosaved~2]
    CompletableFuture<Void> keep(Mark mark) {
        return change(tx -> MarkRepository.keep(tx, mark));
    }

    /** Takes a mark off the images; its rows stay. */
    CompletableFuture<Void> remove(Mark mark) {
        Instant now = clock.instant();
        return change(tx -> MarkRepository.remove(tx, mark, now));
    }

    /** Keeps what the reader said of the size of a pixel; empty takes it back. */
    CompletableFuture<Void> calibrate(Uid seriesUid, Optional<Calibration> calibration) {
        Instant now = clock.instant();
        return change(tx -> MarkRepository.calibrate(tx, seriesUid, calibration, now));
    }

    /** What is kept of a series. */
    public CompletableFuture<Kept> ofSeries(Uid seriesUid) {
        return Async.supply(
                () -> database.read(tx ->
                        new Kept(MarkRepository.ofSeries(tx, seriesUid), MarkRepository.calibration(tx, seriesUid))),
                db);
    }

    Instant now() {
        return clock.instant();
    }

    private CompletableFuture<Void> change(TxAction action) {
        return Async.supply(
                        () -> {
                            database.change(action);
                            return true;
                        },
                        db)
                .thenAccept(done -> {});
    }
}
