package org.candela.viewer;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.Uid;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.FrameKey;

/**
 * Key images, kept the moment they are marked. Safe from any thread; the store is used on the {@code db} executor, and a
 * future fails with a {@link StoreException} when it could not be.
 */
public final class KeyImageStore {
    private final Database database;
    private final Executor db;
    private final Clock clock;

    public KeyImageStore(Database database, Executor db, Clock clock) {
        this.database = database;
        this.db = db;
        this.clock = clock;
    }

    /** The key images of a study, in the order they were marked. */
    public CompletableFuture<Set<FrameKey>> of(Uid study) {
        return Async.supply(() -> database.read(tx -> KeyImageRepository.of(tx, study)), db);
    }

    CompletableFuture<Void> mark(Uid study, FrameKey frame) {
        Instant now = clock.instant();
        return Async.run(() -> database.change(tx -> KeyImageRepository.mark(tx, study, frame, now)), db);
    }

    CompletableFuture<Void> unmark(Uid study, FrameKey frame) {
        Instant now = clock.instant();
        return Async.run(() -> database.change(tx -> KeyImageRepository.unmark(tx, study, frame, now)), db);
    }
}
