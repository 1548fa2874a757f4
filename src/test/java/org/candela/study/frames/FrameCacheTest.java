package org.candela.study.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.candela.base.MemoryBudget;
import org.candela.base.MemoryBudget.Limits;
import org.candela.base.MemoryBudget.Use;
import org.candela.study.FrameKey;
import org.junit.jupiter.api.Test;

// [utest->req~study.cache-bound~1]
class FrameCacheTest {
    private static final Need ALL_ALIKE = key -> Need.NONE;
    private static final Need BY_NUMBER = FrameKey::frameIndex;

    private final MemoryBudget budget = new MemoryBudget(new Limits(1 << 20, 1 << 20, 1 << 20));

    private FrameCache roomForTwo(Need need) {
        return new FrameCache(FakeFrames.store(2), need, budget);
    }

    private static void put(FrameCache cache, int... frames) {
        IntStream.of(frames).forEach(frame -> cache.put(FakeFrames.key(frame), FakeFrames.frame(frame)));
    }

    private static List<Integer> held(FrameCache cache) {
        return IntStream.range(0, 20)
                .filter(frame -> cache.contains(FakeFrames.key(frame)))
                .boxed()
                .toList();
    }

    @Test
    void theLeastRecentlyUsedGoesFirstWhereNobodyWishesAny() {
        FrameCache cache = roomForTwo(ALL_ALIKE);
        put(cache, 0, 1);
        assertTrue(cache.get(FakeFrames.key(0)).isPresent());

        put(cache, 2);

        assertEquals(List.of(0, 2), held(cache));
        assertEquals(2L * FakeFrames.BYTES, budget.account(Use.FRAMES).heldBytes());
    }

    // [utest->req~study.cache-by-place~1]
    @Test
    void theFurthestGoesFirstHoweverLatelyItWasUsed() {
        FrameCache cache = roomForTwo(BY_NUMBER);
        put(cache, 3, 9);
        assertTrue(cache.get(FakeFrames.key(9)).isPresent());

        put(cache, 5);

        assertEquals(List.of(3, 5), held(cache));
    }

    // [utest->req~study.cache-by-place~1]
    @Test
    void nothingGoesForWhatIsFurtherStill() {
        FrameCache cache = roomForTwo(BY_NUMBER);

        put(cache, 3, 4, 9);

        assertEquals(List.of(3, 4), held(cache));
        assertFalse(cache.hasRoomFor(FakeFrames.BYTES, 4));
        assertTrue(cache.hasRoomFor(FakeFrames.BYTES, 2));
    }

    @Test
    void aPinnedFrameStaysUntilItsLastPinIsClosed() {
        FrameCache cache = roomForTwo(ALL_ALIKE);
        FrameCache.Pin first = cache.pin(FakeFrames.key(0));
        FrameCache.Pin second = cache.pin(FakeFrames.key(0));
        put(cache, 0, 1, 2, 3, 4);
        first.close();
        first.close();
        put(cache, 5);
        assertEquals(List.of(0, 5), held(cache));

        second.close();
        put(cache, 6, 7);

        assertEquals(List.of(6, 7), held(cache));
    }

    @Test
    void whatLeftTheHeapComesBackAsItWas() {
        FrameCache cache = roomForTwo(ALL_ALIKE);
        put(cache, 7);

        for (int tries = 0; tries < 50 && cache.live(FakeFrames.key(7)).isPresent(); tries++) {
            System.gc(); // nobody holds the copy on the heap
        }

        assertEquals(7, cache.get(FakeFrames.key(7)).orElseThrow().frame().value(0));
        assertEquals(
                FakeFrames.frame(7).description(),
                cache.get(FakeFrames.key(7)).orElseThrow().description());
    }

    @Test
    void puttingAFrameAgainCountsItOnceAndKeepsTheNewer() {
        FrameCache cache = new FrameCache(FakeFrames.store(3), ALL_ALIKE, budget);
        cache.put(FakeFrames.key(0), FakeFrames.frame(1));

        cache.put(FakeFrames.key(0), FakeFrames.frame(2));

        assertEquals(FakeFrames.BYTES, budget.account(Use.FRAMES).heldBytes());
        assertEquals(2, cache.get(FakeFrames.key(0)).orElseThrow().frame().value(0));
    }

    @Test
    void whatIsInUseStaysOnTheHeapWithinItsShare() {
        Limits tiny = new Limits(1 << 20, 5L * 3 * FakeFrames.BYTES, 1 << 20);
        MemoryBudget small = new MemoryBudget(tiny);
        FrameCache cache = new FrameCache(FakeFrames.store(0), ALL_ALIKE, small);
        try (FrameCache.Pin pin = cache.pin(FakeFrames.key(0))) {
            for (int frame = 0; frame < 9; frame++) {
                cache.use(FakeFrames.key(frame), FakeFrames.frame(frame));
            }

            assertTrue(cache.live(FakeFrames.key(0)).isPresent());
            assertTrue(cache.live(FakeFrames.key(8)).isPresent());
            assertFalse(cache.live(FakeFrames.key(1)).isPresent());
            assertTrue(small.account(Use.WORKING).heldBytes() <= 3L * FakeFrames.BYTES);
        }
    }
}
