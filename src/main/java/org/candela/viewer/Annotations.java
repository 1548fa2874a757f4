package org.candela.viewer;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.Uid;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.TxWork;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;

/**
 * What was measured, kept from the moment it was drawn. Safe from any thread; the store is used on the {@code db}
 * executor, and a future fails with a {@link StoreException} when it could not be.
 */
public final class Annotations {
    private final Database database;
    private final Executor db;
    private final Clock clock;

    public Annotations(Database database, Executor db, Clock clock) {
        this.database = database;
        this.db = db;
        this.clock = clock;
    }

    /** A new annotation, not yet kept. */
    Annotation create(Uid seriesUid, FrameKey frame, Annotation.Line line, LoadedFrame loaded) {
        return new Annotation(Uid.random(), seriesUid, frame, Annotation.ends(line, loaded), clock.instant());
    }

    /** Keeps an annotation; complete when it is on the disk. */
    // [impl->req~viewer.annotations-autosaved~1]
    CompletableFuture<Void> add(Annotation annotation) {
        return run(tx -> {
                    AnnotationRepository.add(tx, annotation);
                    return annotation;
                })
                .thenAccept(kept -> {});
    }

    /** Takes an annotation off the images; its row stays. */
    CompletableFuture<Void> remove(Annotation annotation) {
        return run(tx -> {
                    AnnotationRepository.remove(tx, annotation.id(), clock.instant());
                    return annotation;
                })
                .thenAccept(removed -> {});
    }

    /** The annotations of a series, oldest first. */
    public CompletableFuture<List<Annotation>> ofSeries(Uid seriesUid) {
        return Async.supply(() -> database.read(tx -> AnnotationRepository.ofSeries(tx, seriesUid)), db);
    }

    private <T> CompletableFuture<T> run(TxWork<T> work) {
        return Async.supply(() -> database.write(work), db);
    }
}
