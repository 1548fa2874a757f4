package org.candela.study.frames;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.candela.study.CodedFrame;
import org.candela.study.FrameKey;
import org.candela.study.FramePriority;
import org.candela.study.LoadedFrame;
import org.jspecify.annotations.Nullable;

/** One frame on its way. Guarded by its loader, but for the future. */
final class FrameTask implements Comparable<FrameTask> {
    final FrameKey key;
    final CompletableFuture<LoadedFrame> loaded = new CompletableFuture<>();
    FramePriority priority = FramePriority.AHEAD;
    /** Less comes first among tasks of one priority. */
    long order;
    /** Futures given out and not cancelled. */
    int waiting;

    @Nullable
    CodedFrame coded;

    private final List<Consumer<LoadedFrame>> coarse = new ArrayList<>();

    FrameTask(FrameKey key) {
        this.key = key;
    }

    /** Whether nobody waits: it was begun for a wish. */
    boolean isAhead() {
        return waiting == 0;
    }

    void tellCoarse(Consumer<LoadedFrame> listener) {
        coarse.add(listener);
    }

    /** Who wants a coarse form first. */
    List<Consumer<LoadedFrame>> coarseListeners() {
        return List.copyOf(coarse);
    }

    @Override
    public int compareTo(FrameTask other) {
        int byPriority = priority.compareTo(other.priority);
        return byPriority == 0 ? Long.compare(order, other.order) : byPriority;
    }
}
