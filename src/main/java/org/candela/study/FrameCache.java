package org.candela.study;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decoded frames in memory, bounded in bytes; the least recently used go first, pinned ones stay. Safe from any thread.
 *
 * <p>Pinned frames alone may exceed the bound: what is on a screen is never given up.
 */
// [impl->req~study.cache-bound~1]
public final class FrameCache {
    private final long capacityBytes;
    private final Map<FrameKey, LoadedFrame> frames = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<FrameKey, Integer> pins = new HashMap<>();
    private long heldBytes;

    /** @param capacityBytes bytes of samples held at most, 1 or more */
    public FrameCache(long capacityBytes) {
        if (capacityBytes < 1) {
            throw new IllegalArgumentException("a cache needs room, not " + capacityBytes + " bytes");
        }
        this.capacityBytes = capacityBytes;
    }

    /** The bound, bytes. */
    public long capacityBytes() {
        return capacityBytes;
    }

    /** Bytes of samples held now. */
    public synchronized long heldBytes() {
        return heldBytes;
    }

    /** The frame if it is here; counts as a use. */
    public synchronized Optional<LoadedFrame> get(FrameKey key) {
        return Optional.ofNullable(frames.get(key));
    }

    /** Keeps the frame, giving up others as needed. */
    public synchronized void put(FrameKey key, LoadedFrame frame) {
        LoadedFrame former = frames.put(key, frame);
        heldBytes += frame.byteSize() - (former == null ? 0 : former.byteSize());
        makeRoom();
    }

    /** Holds the frame, whether it is here yet or not, until the pin is closed. Pins of one frame add up. */
    public synchronized Pin pin(FrameKey key) {
        pins.merge(key, 1, Integer::sum);
        return new Pin(this, key);
    }

    private synchronized void unpin(FrameKey key) {
        pins.computeIfPresent(key, (pinned, count) -> count == 1 ? null : count - 1);
        makeRoom();
    }

    private void makeRoom() {
        Iterator<Map.Entry<FrameKey, LoadedFrame>> eldestFirst =
                frames.entrySet().iterator();
        while (heldBytes > capacityBytes && eldestFirst.hasNext()) {
            Map.Entry<FrameKey, LoadedFrame> entry = eldestFirst.next();
            if (!pins.containsKey(entry.getKey())) {
                heldBytes -= entry.getValue().byteSize();
                eldestFirst.remove();
            }
        }
    }

    /** Keeps one frame in the cache; closing it twice is the same as once. */
    public static final class Pin implements AutoCloseable {
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
