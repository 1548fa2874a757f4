package org.candela.study.frames;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.candela.base.CandelaException;
import org.candela.base.MemoryBudget;
import org.candela.base.MemoryBudget.Use;
import org.candela.study.CodedFrame;
import org.candela.study.FrameKey;
import org.candela.study.FrameLoader;
import org.candela.study.FramePriority;
import org.candela.study.FrameSource;
import org.candela.study.LoadedFrame;
import org.candela.study.Prefetch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A loader with two lanes, one that reads and one that decodes, so that the disk and the processor work at the same time.
 *
 * <p>In each the most urgent goes first; among requests of the hand and the screens the newest, since the older ones are
 * mostly past. When nobody waits, wishes are taken one by one, each where it stands now: a wish that was overtaken leaves
 * nothing behind. One decoder stays free of wishes where there are two, so that a request never waits for one.
 *
 * <p>Runs on the executors it was given. Futures complete on their threads.
 */
public final class QueuedFrameLoader implements FrameLoader {
    private static final Logger LOG = LoggerFactory.getLogger(QueuedFrameLoader.class);
    private static final int PAGE_BYTES = 128 << 10;
    /** What is copied in less time than another thread takes to begin. */
    private static final long COPIED_AT_ONCE_BYTES = 1 << 20;

    private final FrameSource source;
    private final FrameCache cache;
    private final Wishes wishes;
    private final MemoryBudget.Account codedAccount;

    private final Object lock = new Object();
    private final Map<FrameKey, FrameTask> pending = new HashMap<>();
    private final Lane fetching;
    private final Lane decoding;
    private long requests;
    private int ahead;
    private int decodingAhead;
    private long latestBytes;

    /**
     * Where frames are read and where they are decoded.
     *
     * @param fetchers frames read at a time, 1 or more; the executor should have as many threads
     * @param decoders frames decoded at a time, likewise
     */
    public record Pools(Executor fetch, int fetchers, Executor decode, int decoders) {}

    /** A loader with a cache of its own, as large as {@code budget} lets it be. */
    public static QueuedFrameLoader of(FrameSource source, MemoryBudget budget, Pools pools) {
        PageStore store =
                new PageStore(PAGE_BYTES, budget.account(Use.FRAMES).limitBytes(), ByteBuffer::allocateDirect);
        return new QueuedFrameLoader(source, store, budget, pools);
    }

    QueuedFrameLoader(FrameSource source, PageStore store, MemoryBudget budget, Pools pools) {
        this.source = source;
        this.wishes = new Wishes();
        this.cache = new FrameCache(store, wishes, budget);
        this.codedAccount = budget.account(Use.CODED);
        this.fetching = new Lane(pools.fetch(), pools.fetchers());
        this.decoding = new Lane(pools.decode(), pools.decoders());
    }

    @Override
    public Prefetch prefetch() {
        return new Asker(wishes, cache, this::work).opened();
    }

    @Override
    public boolean isDecoded(FrameKey key) {
        return cache.contains(key);
    }

    @Override
    public CompletableFuture<LoadedFrame> request(FrameKey key, FramePriority priority) {
        return request(key, priority, coarse -> {});
    }

    // [impl->req~study.urgent-first~1]
    @Override
    public CompletableFuture<LoadedFrame> request(FrameKey key, FramePriority priority, Consumer<LoadedFrame> coarse) {
        Optional<LoadedFrame> held = atHand(key);
        if (held.isPresent()) {
            return CompletableFuture.completedFuture(held.orElseThrow());
        }
        FrameTask task;
        synchronized (lock) {
            boolean isNew = !pending.containsKey(key);
            task = pending.computeIfAbsent(key, FrameTask::new);
            if (!isNew && task.isAhead()) {
                ahead--;
            }
            task.waiting++;
            task.tellCoarse(coarse);
            prioritize(task, priority, isNew);
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

    private Optional<LoadedFrame> atHand(FrameKey key) {
        return cache.byteSize(key) <= COPIED_AT_ONCE_BYTES ? cache.get(key) : cache.live(key);
    }

    private void prioritize(FrameTask task, FramePriority priority, boolean isNew) {
        if (!isNew && priority.compareTo(task.priority) > 0) {
            return;
        }
        Lane lane = isNew || fetching.remove(task) ? fetching : decoding.remove(task) ? decoding : null;
        task.priority = priority;
        task.order = priority == FramePriority.AHEAD ? ++requests : - ++requests;
        if (lane != null) {
            lane.add(task);
        }
    }

    private void withdraw(FrameTask task) {
        synchronized (lock) {
            task.waiting--;
            if (task.waiting > 0 || pending.get(task.key) != task) {
                return;
            }
            if (fetching.remove(task) || decoding.remove(task)) {
                leave(task);
            } else {
                // Being read or decoded this moment: it counts as a wish from here on.
                task.priority = FramePriority.AHEAD;
                ahead++;
            }
        }
    }

    /** The task is on its way no more. */
    private void leave(FrameTask task) {
        pending.remove(task.key);
        CodedFrame coded = task.coded;
        if (coded != null) {
            codedAccount.remove(coded.byteSize());
            task.coded = null;
        }
    }

    /** Gives each lane a worker for what waits, unless all are at work. */
    private void work() {
        boolean fetches;
        boolean decodes;
        synchronized (lock) {
            fetches = (!fetching.isEmpty() || ahead < mostAhead()) && fetching.hire();
            decodes = !decoding.isEmpty() && decoding.hire();
        }
        if (decodes) {
            decoding.start(this::decodeAll);
        }
        if (fetches) {
            fetching.start(this::fetchAll);
        }
    }

    /** Wishes on their way: as many as are decoded at a time, and one being read for each. */
    private int mostAhead() {
        return 2 * mostDecodedAhead();
    }

    private int mostDecodedAhead() {
        return Math.max(1, decoding.mostWorkers() - 1);
    }

    private void fetchAll() {
        for (FrameTask task = nextToFetch(); task != null; task = nextToFetch()) {
            fetch(task);
        }
    }

    /** The next task, or {@code null} when this worker has nothing left to do and is counted out. */
    private @Nullable FrameTask nextToFetch() {
        synchronized (lock) {
            FrameTask task = isDecodingBehind() ? null : fetching.poll();
            if (task == null && fetching.isEmpty() && ahead < mostAhead()) {
                task = wished();
            }
            if (task == null) {
                fetching.dismiss();
            }
            return task;
        }
    }

    /** Whether what was read fills its memory; the hand and the screens do not wait for that. */
    private boolean isDecodingBehind() {
        FrameTask first = fetching.peek();
        return first != null
                && first.priority.compareTo(FramePriority.VISIBLE) > 0
                && codedAccount.heldBytes() > codedAccount.limitBytes();
    }

    // [impl->req~study.prefetch-bounded~1]
    private @Nullable FrameTask wished() {
        FrameKey key = wishes.next(
                wanted -> !pending.containsKey(wanted) && !cache.contains(wanted),
                need -> cache.hasRoomFor((ahead + 1) * latestBytes, need));
        if (key == null) {
            return null;
        }
        FrameTask task = new FrameTask(key);
        task.order = ++requests;
        pending.put(key, task);
        ahead++;
        return task;
    }

    private void fetch(FrameTask task) {
        attempt(task, () -> {
            Optional<LoadedFrame> held = cache.get(task.key);
            if (held.isPresent()) {
                finish(task, held.orElseThrow());
                return;
            }
            CodedFrame coded = source.fetch(task.key);
            synchronized (lock) {
                codedAccount.add(coded.byteSize());
                task.coded = coded;
                decoding.add(task);
            }
            work();
        });
    }

    private void decodeAll() {
        for (FrameTask task = nextToDecode(); task != null; task = nextToDecode()) {
            decode(task);
        }
    }

    private @Nullable FrameTask nextToDecode() {
        synchronized (lock) {
            FrameTask task = decoding.peek();
            while (task != null && task.isAhead() && !isStillWanted(task)) {
                decoding.remove(task);
                drop(task);
                task = decoding.peek();
            }
            if (task == null || (task.isAhead() && decodingAhead >= mostDecodedAhead())) {
                decoding.dismiss();
                return null;
            }
            return decoding.poll();
        }
    }

    /** Whoever wished it may have gone elsewhere since. */
    private boolean isStillWanted(FrameTask task) {
        long need = wishes.of(task.key);
        return need < Need.NONE && cache.hasRoomFor(latestBytes, need);
    }

    private void drop(FrameTask task) {
        ahead--;
        leave(task);
    }

    private void decode(FrameTask task) {
        CodedFrame coded;
        boolean wasAhead;
        List<Consumer<LoadedFrame>> coarse;
        synchronized (lock) {
            coded = task.coded;
            wasAhead = task.isAhead();
            decodingAhead += wasAhead ? 1 : 0;
            coarse = wasAhead ? List.of() : task.coarseListeners();
        }
        if (coded != null) {
            attempt(task, () -> decode(task, coded, coarse));
        }
        synchronized (lock) {
            decodingAhead -= wasAhead ? 1 : 0;
        }
        work();
    }

    private void decode(FrameTask task, CodedFrame coded, List<Consumer<LoadedFrame>> coarse) throws CandelaException {
        if (!coarse.isEmpty()) {
            coded.preview().ifPresent(preview -> coarse.forEach(listener -> listener.accept(preview)));
            if (isAbandoned(task)) {
                return;
            }
        }
        LoadedFrame frame = decoded(coded);
        cache.put(task.key, frame);
        finish(task, frame);
    }

    /** Whether everybody went on to other frames while the coarse form was made. */
    private boolean isAbandoned(FrameTask task) {
        synchronized (lock) {
            if (task.isAhead()) {
                drop(task);
                return true;
            }
            return false;
        }
    }

    /** Memory that ran out is tried for again when what may be let go has been. */
    // [impl->req~study.memory-degrades~1]
    private LoadedFrame decoded(CodedFrame coded) throws CandelaException {
        try {
            return coded.decode();
        } catch (OutOfMemoryError e) {
            LOG.warn("the heap was full when a frame was decoded [study.heap-full]", e);
            cache.leaveHeap();
            return coded.decode();
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws CandelaException;
    }

    private void attempt(FrameTask task, Step step) {
        try {
            step.run();
        } catch (CandelaException e) {
            fail(task, e);
        } catch (RuntimeException | OutOfMemoryError e) {
            // Whoever waits must hear of it, and the next frame must still be loaded.
            LOG.error("a frame could not be loaded [study.load-failed]", e);
            fail(task, e);
        }
    }

    private void finish(FrameTask task, LoadedFrame frame) {
        synchronized (lock) {
            latestBytes = frame.byteSize();
            if (task.isAhead()) {
                ahead--;
            } else {
                cache.use(task.key, frame);
            }
            leave(task);
        }
        task.loaded.complete(frame);
    }

    private void fail(FrameTask task, Throwable failure) {
        synchronized (lock) {
            if (task.isAhead()) {
                ahead--;
            }
            wishes.failed(task.key);
            leave(task);
        }
        task.loaded.completeExceptionally(failure);
    }
}
