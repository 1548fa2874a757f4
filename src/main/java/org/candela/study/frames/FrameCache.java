package org.candela.study.frames;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.candela.base.MemoryBudget;
import org.candela.base.MemoryBudget.Use;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.jspecify.annotations.Nullable;

/**
 * Decoded frames in memory, bounded in bytes. Their samples lie outside the heap; those in use have a copy on it.
 *
 * <p>When room is short, what is furthest from being wanted goes first, among equals the least recently used; nothing goes
 * for what is further still, and nothing that is pinned goes at all. Pinned frames that find no room outside the heap stay
 * on it. Safe from any thread; nothing here waits for memory but {@link #get} and {@link #put}.
 */
// [impl->req~study.cache-bound~1]
final class FrameCache {
    private static final long MARGIN = 16;

    private final PageStore store;
    private final Need need;
    private final MemoryBudget.Account account;
    private final WorkingFrames working;
    private final Map<FrameKey, HeldFrame> frames = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<FrameKey, Integer> pins = new HashMap<>();

    FrameCache(PageStore store, Need need, MemoryBudget budget) {
        this.store = store;
        this.need = need;
        this.account = budget.account(Use.FRAMES);
        this.working = new WorkingFrames(budget.account(Use.WORKING));
    }

    /** Whether the frame is here. */
    synchronized boolean contains(FrameKey key) {
        return frames.containsKey(key);
    }

    /** The frame if it is on the heap; counts as a use. Never copies. */
    synchronized Optional<LoadedFrame> live(FrameKey key) {
        Optional<LoadedFrame> kept = working.get(key);
        HeldFrame held = frames.get(key);
        return kept.isPresent() || held == null ? kept : held.live();
    }

    /** Samples of a frame that is here, 0 for one that is not. */
    synchronized long byteSize(FrameKey key) {
        HeldFrame held = frames.get(key);
        return held == null ? 0 : store.bytes(held.pageCount());
    }

    /** The frame if it is here, brought back onto the heap if need be; counts as a use. */
    Optional<LoadedFrame> get(FrameKey key) {
        HeldFrame held;
        synchronized (this) {
            Optional<LoadedFrame> live = live(key);
            held = frames.get(key);
            if (live.isPresent() || held == null) {
                return live;
            }
            held.beginReading();
        }
        return Optional.of(copied(key, held));
    }

    private LoadedFrame copied(FrameKey key, HeldFrame held) {
        try {
            LoadedFrame copy = held.read(store);
            synchronized (this) {
                held.revived(copy);
                working.keep(key, copy, pins::containsKey);
            }
            return copy;
        } finally {
            Optional<int[]> pages;
            synchronized (this) {
                pages = held.endReading();
            }
            pages.ifPresent(store::giveBack);
        }
    }

    /** Keeps the frame on the heap too, for it is in use; those that were not used for longest leave the heap. */
    synchronized void use(FrameKey key, LoadedFrame loaded) {
        working.keep(key, loaded, pins::containsKey);
    }

    /** Keeps the frame, giving up others as needed; not when all others are wanted more. */
    void put(FrameKey key, LoadedFrame loaded) {
        short[] samples = loaded.frame().samples();
        Optional<int[]> room = room(key, store.pagesFor(samples.length));
        if (room.isEmpty()) {
            return;
        }
        int[] pages = room.orElseThrow();
        store.write(pages, samples);
        account.add(store.bytes(pages.length));
        Optional<int[]> former;
        synchronized (this) {
            former = givenUp(frames.put(key, new HeldFrame(loaded, pages)));
        }
        former.ifPresent(store::giveBack);
    }

    private Optional<int[]> room(FrameKey key, int pages) {
        long wanted = need.of(key);
        Optional<int[]> room = store.take(pages);
        while (room.isEmpty() && makeRoom(wanted)) {
            room = store.take(pages);
        }
        return room;
    }

    /** Gives up what is wanted less than {@code wanted} and least of all; whether there was such. */
    private boolean makeRoom(long wanted) {
        Optional<int[]> pages;
        synchronized (this) {
            FrameKey least = leastWanted();
            if (least == null || !yields(least, wanted)) {
                return false;
            }
            pages = givenUp(frames.remove(least));
        }
        pages.ifPresent(store::giveBack);
        return true;
    }

    private Optional<int[]> givenUp(@Nullable HeldFrame held) {
        if (held == null) {
            return Optional.empty();
        }
        account.remove(store.bytes(held.pageCount()));
        return held.giveUp();
    }

    private boolean yields(FrameKey held, long wanted) {
        long least = need.of(held);
        return least > wanted || least == Need.NONE;
    }

    // [impl->req~study.cache-by-place~1]
    private @Nullable FrameKey leastWanted() {
        FrameKey least = null;
        long furthest = -1;
        for (FrameKey key : frames.keySet()) {
            long distance = need.of(key);
            if (distance > furthest && !pins.containsKey(key)) {
                furthest = distance;
                least = key;
            }
        }
        return least;
    }

    /**
     * Whether so many bytes would be kept for a frame that is wanted so; asked before it is read. Who goes a little to and
     * fro would trade the ends of what is here at every step: what goes must be further away by a margin.
     */
    // [impl->req~study.no-thrashing~1]
    boolean hasRoomFor(long bytes, long wanted) {
        if (store.mayHave(bytes)) {
            return true;
        }
        synchronized (this) {
            FrameKey least = leastWanted();
            return least != null && yields(least, wanted + Math.min(wanted / 2, MARGIN));
        }
    }

    /** Leaves on the heap only what is pinned, where memory ran out. */
    synchronized void leaveHeap() {
        working.giveUp(pins::containsKey);
    }

    /** Holds the frame, whether it is here yet or not, until the pin is closed. Pins of one frame add up. */
    synchronized Pin pin(FrameKey key) {
        pins.merge(key, 1, Integer::sum);
        return new Pin(this, key);
    }

    private synchronized void unpin(FrameKey key) {
        pins.computeIfPresent(key, (pinned, count) -> count == 1 ? null : count - 1);
    }

    /** Keeps one frame in the cache; closing it twice is the same as once. */
    static final class Pin implements AutoCloseable {
        private final FrameCache cache;
        private final FrameKey key;
        private boolean isClosed;

        private Pin(FrameCache cache, FrameKey key) {
            this.cache = cache;
            this.key = key;
        }

        @Override
        public void close() {
            synchronized (cache) {
                if (!isClosed) {
                    isClosed = true;
                    cache.unpin(key);
                }
            }
        }
    }
}
