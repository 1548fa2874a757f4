package org.candela.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.base.CandelaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A loader with one queue: the most urgent first; among requests of the hand and the screens the newest first, since the
 * older ones are mostly past; prefetches in the order given.
 *
 * <p>Runs on the executor it was given, at most {@code workers} frames at a time. Futures complete on its threads.
 */
public final class QueuedFrameLoader implements FrameLoader {
    private static final Logger LOG = LoggerFactory.getLogger(QueuedFrameLoader.class);

    /** Of the cache, so that a prefetch never pushes out what it has just brought, nor all of what came before. */
    private static final double PREFETCH_SHARE = 0.75;

    private static final Comparator<Task> MOST_URGENT_FIRST =
            Comparator.comparing((Task task) -> task.priority).thenComparing(task -> task.order);

    private final FrameSource source;
    private final FrameCache cache;
    private final Executor executor;
    private final int workers;

    private final Object lock = new Object();
    private final PriorityQueue<Task> queue = new PriorityQueue<>(MOST_URGENT_FIRST);
    private final Map<FrameKey, Task> pending = new HashMap<>();
    private long requests;
    private long prefetchedBytes;
    private int running;

    /** @param workers frames decoded at a time, 1 or more; the executor should have as many threads */
    public QueuedFrameLoader(FrameSource source, FrameCache cache, Executor executor, int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("a loader needs a worker, not " + workers);
        }
        this.source = source;
        this.cache = cache;
        this.executor = executor;
        this.workers = workers;
    }

    /** One frame to load. Guarded by {@link #lock}, but for the future. */
    private static final class Task {
        private final FrameKey key;
        private final CompletableFuture<LoadedFrame> loaded = new CompletableFuture<>();
        private FramePriority priority = FramePriority.AHEAD;
        private long order;
        private int waiting;
        private boolean isRunning;

        Task(FrameKey key) {
            this.key = key;
        }
    }

    // [impl->req~study.urgent-first~1]
    @Override
    public CompletableFuture<LoadedFrame> request(FrameKey key, FramePriority priority) {
        Optional<LoadedFrame> cached = cache.get(key);
        if (cached.isPresent()) {
            return CompletableFuture.completedFuture(cached.orElseThrow());
        }
        Task task;
        synchronized (lock) {
            task = pending.computeIfAbsent(key, Task::new);
            task.waiting++;
            boolean isMoreUrgent = priority.compareTo(task.priority) <= 0;
            if (!task.isRunning && isMoreUrgent) {
                enqueue(task, priority, priority == FramePriority.AHEAD ? ++requests : - ++requests);
            }
        }
        CompletableFuture<LoadedFrame> answer = task.loaded.copy();
        // A copy tells its own end: when it was cancelled, one fewer waits for the task.
        var unused = answer.whenComplete((frame, failure) -> {
            if (answer.isCancelled()) {
                withdraw(task);
            }
        });
        work();
        return answer;
    }

    // [impl->req~study.prefetch-bounded~1]
    @Override
    public void prefetch(List<FrameKey> mostWantedFirst) {
        synchronized (lock) {
            prefetchedBytes = 0;
            forgetFormerWish();
            for (FrameKey key : mostWantedFirst) {
                Optional<LoadedFrame> cached = cache.get(key);
                if (cached.isPresent()) {
                    prefetchedBytes += cached.orElseThrow().byteSize();
                } else if (!pending.containsKey(key)) {
                    Task task = new Task(key);
                    pending.put(key, task);
                    enqueue(task, FramePriority.AHEAD, ++requests);
                }
            }
        }
        work();
    }

    private void enqueue(Task task, FramePriority priority, long order) {
        queue.remove(task);
        task.priority = priority;
        task.order = order;
        queue.add(task);
    }

    private void forgetFormerWish() {
        for (Task task : new ArrayList<>(queue)) {
            if (task.waiting == 0) {
                forget(task);
            }
        }
    }

    private void forget(Task task) {
        queue.remove(task);
        pending.remove(task.key);
    }

    private void withdraw(Task task) {
        synchronized (lock) {
            task.waiting--;
            if (task.waiting == 0 && !task.isRunning) {
                forget(task);
            }
        }
    }

    /** Gives the executor a worker for what is queued, unless all are at work. */
    private void work() {
        synchronized (lock) {
            if (running == workers || queue.isEmpty()) {
                return;
            }
            running++;
        }
        executor.execute(this::runQueue);
    }

    private void runQueue() {
        for (Task task = next(); task != null; task = next()) {
            run(task);
        }
    }

    /** The next task, or {@code null} when this worker has nothing left to do and is counted out. */
    private @Nullable Task next() {
        synchronized (lock) {
            Task task = queue.poll();
            boolean isOverBudget = prefetchedBytes > cache.capacityBytes() * PREFETCH_SHARE;
            while (task != null && task.waiting == 0 && isOverBudget) {
                pending.remove(task.key);
                task = queue.poll();
            }
            if (task == null) {
                running--;
            } else {
                task.isRunning = true;
            }
            return task;
        }
    }

    private void run(Task task) {
        try {
            LoadedFrame frame = source.load(task.key);
            cache.put(task.key, frame);
            finish(task, frame.byteSize());
            task.loaded.complete(frame);
        } catch (CandelaException e) {
            finish(task, 0);
            task.loaded.completeExceptionally(e);
        } catch (RuntimeException | OutOfMemoryError e) {
            // Whoever waits must hear of it, and the next frame must still be loaded.
            LOG.error("a frame could not be loaded [study.load-failed]", e);
            finish(task, 0);
            task.loaded.completeExceptionally(e);
        }
    }

    private void finish(Task task, long bytes) {
        synchronized (lock) {
            pending.remove(task.key);
            if (task.waiting == 0) {
                prefetchedBytes += bytes;
            }
        }
    }
}
