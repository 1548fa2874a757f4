package org.candela.viewer.layout;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.Uid;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.TxAction;
import org.candela.viewer.stack.StackOffset;
import org.candela.viewer.stack.StackPair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How studies hung and which stacks a reader laid side by side, kept for the day they are opened again. Safe from any
 * thread; the store is used on the {@code db} executor, and a future fails with a {@link StoreException} when it could not
 * be.
 */
// [impl->req~viewer.hanging-kept~1]
public final class DeskMemory {
    private static final Logger LOG = LoggerFactory.getLogger(DeskMemory.class);

    private final Database database;
    private final Executor db;
    private final Clock clock;

    public DeskMemory(Database database, Executor db, Clock clock) {
        this.database = database;
        this.db = db;
        this.clock = clock;
    }

    /** What was kept of a study that is about to hang. */
    public record Kept(Optional<KeptHanging> hanging, List<StackOffset> offsets) {
        /** Nothing. */
        public static final Kept NOTHING = new Kept(Optional.empty(), List.of());

        public Kept {
            offsets = List.copyOf(offsets);
        }
    }

    /**
     * How a study hung last, and the offsets among {@code series}, its own and those of its priors. A store that fails has
     * nothing to tell: images hang all the same.
     */
    public CompletableFuture<Kept> of(Uid study, Collection<Uid> series) {
        return Async.supply(
                        () -> database.read(tx -> new Kept(
                                DeskMemoryRepository.hanging(tx, study), DeskMemoryRepository.offsets(tx, series))),
                        db)
                .exceptionally(failure -> {
                    LOG.warn("how a study hung could not be read [viewer.hanging-not-read]", failure);
                    return Kept.NOTHING;
                });
    }

    public CompletableFuture<Void> keep(Uid study, KeptHanging hanging) {
        Instant now = clock.instant();
        return run(tx -> DeskMemoryRepository.keep(tx, study, hanging, now));
    }

    public CompletableFuture<Void> keep(StackOffset offset) {
        Instant now = clock.instant();
        return run(tx -> DeskMemoryRepository.keep(tx, offset, now));
    }

    public CompletableFuture<Void> forget(StackPair pair) {
        return run(tx -> DeskMemoryRepository.forget(tx, pair));
    }

    private CompletableFuture<Void> run(TxAction work) {
        return Async.run(() -> database.change(work), db);
    }
}
