package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

// [utest->req~study.cache-bound~1]
class FrameCacheTest {
    private static final long ROOM_FOR_TWO = 2 * FakeFrames.BYTES;

    @Test
    void theLeastRecentlyUsedGoesFirst() {
        FrameCache cache = new FrameCache(ROOM_FOR_TWO);
        cache.put(FakeFrames.key(0), FakeFrames.frame());
        cache.put(FakeFrames.key(1), FakeFrames.frame());
        assertTrue(cache.get(FakeFrames.key(0)).isPresent());

        cache.put(FakeFrames.key(2), FakeFrames.frame());

        assertTrue(cache.get(FakeFrames.key(0)).isPresent());
        assertFalse(cache.get(FakeFrames.key(1)).isPresent());
        assertEquals(ROOM_FOR_TWO, cache.heldBytes());
    }

    @Test
    void aPinnedFrameStaysUntilItsLastPinIsClosed() {
        FrameCache cache = new FrameCache(ROOM_FOR_TWO);
        FrameCache.Pin first = cache.pin(FakeFrames.key(0));
        FrameCache.Pin second = cache.pin(FakeFrames.key(0));
        for (int i = 0; i < 5; i++) {
            cache.put(FakeFrames.key(i), FakeFrames.frame());
        }
        first.close();
        first.close();
        cache.put(FakeFrames.key(5), FakeFrames.frame());
        assertTrue(cache.get(FakeFrames.key(0)).isPresent());

        second.close();
        cache.put(FakeFrames.key(6), FakeFrames.frame());
        cache.put(FakeFrames.key(7), FakeFrames.frame());

        assertFalse(cache.get(FakeFrames.key(0)).isPresent());
        assertTrue(cache.heldBytes() <= ROOM_FOR_TWO);
    }

    @Test
    void puttingAFrameAgainCountsItOnce() {
        FrameCache cache = new FrameCache(ROOM_FOR_TWO);

        cache.put(FakeFrames.key(0), FakeFrames.frame());
        cache.put(FakeFrames.key(0), FakeFrames.frame());

        assertEquals(FakeFrames.BYTES, cache.heldBytes());
    }
}
