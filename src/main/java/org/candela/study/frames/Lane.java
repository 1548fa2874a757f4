package org.candela.study.frames;

import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Tasks waiting for one kind of work, and the workers that do it. Guarded by its loader. */
@SuppressWarnings("ComparableType") // a task is itself and nothing else is equal to it
final class Lane {
    private final Executor executor;
    private final int mostWorkers;
    private final PriorityQueue<FrameTask> waiting = new PriorityQueue<>();
    private int workers;

    Lane(Executor executor, int mostWorkers) {
        if (mostWorkers < 1) {
            throw new IllegalArgumentException("a loader needs a worker, not " + mostWorkers);
        }
        this.executor = executor;
        this.mostWorkers = mostWorkers;
    }

    void add(FrameTask task) {
        waiting.add(task);
    }

    /** Whether it was waiting here. */
    boolean remove(FrameTask task) {
        return waiting.remove(task);
    }

    @Nullable
    FrameTask peek() {
        return waiting.peek();
    }

    @Nullable
    FrameTask poll() {
        return waiting.poll();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    int mostWorkers() {
        return mostWorkers;
    }

    /** Counts in one worker more, if there may be one; {@link #start} follows outside the lock. */
    boolean hire() {
        if (workers == mostWorkers) {
            return false;
        }
        workers++;
        return true;
    }

    /** A worker leaves. */
    void dismiss() {
        workers--;
    }

    void start(Runnable work) {
        executor.execute(work);
    }
}
