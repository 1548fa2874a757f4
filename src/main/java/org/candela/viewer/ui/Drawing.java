package org.candela.viewer.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.candela.viewer.picture.KeptValues;
import org.jspecify.annotations.Nullable;

/** One picture being drawn, once and on one thread. Whoever ordered it can take it back as long as it has not begun. */
final class Drawing {
    private final KeptValues kept;
    private final SurfacePool.Slot slot;
    private final Runnable work;
    private final AtomicBoolean isTaken = new AtomicBoolean();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /**
     * @param kept what the picture leaves its values in
     * @param slot what it is drawn in
     */
    Drawing(KeptValues kept, SurfacePool.Slot slot, Runnable work) {
        this.kept = kept;
        this.slot = slot;
        this.work = work;
    }

    KeptValues kept() {
        return kept;
    }

    SurfacePool.Slot slot() {
        return slot;
    }

    /** Draws, unless it was taken back. */
    void begin() {
        if (isTaken.compareAndSet(false, true)) {
            done.completeAsync(
                    () -> {
                        work.run();
                        return null;
                    },
                    Runnable::run);
        }
    }

    /** Whether it will never begin. */
    boolean takeBack() {
        return isTaken.compareAndSet(false, true);
    }

    boolean isBegun() {
        return isTaken.get();
    }

    boolean isDone() {
        return done.isDone();
    }

    /** Tells {@code listener} what went wrong, or {@code null}: inside this call when it is done, later by {@code ui}. */
    void whenDone(Consumer<@Nullable Throwable> listener, Executor ui) {
        var unused = done.whenCompleteAsync(
                (nothing, failure) -> listener.accept(failure), done.isDone() ? Runnable::run : ui);
    }
}
