package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QueuedFrameLoaderTest {
    private final FakeFrames source = new FakeFrames();
    private final FrameCache cache = new FrameCache(100 * FakeFrames.BYTES);
    /** Work given to the executor, run when the test says so. */
    private final Deque<Runnable> given = new ArrayDeque<>();

    private final QueuedFrameLoader loader = new QueuedFrameLoader(source, cache, given::add, 1);

    private void ask(int frame, FramePriority priority) {
        var unused = loader.request(FakeFrames.key(frame), priority);
    }

    private void runAll() {
        for (Runnable work = given.poll(); work != null; work = given.poll()) {
            work.run();
        }
    }

    @Test
    void deliversAFrameAndKeepsIt() {
        CompletableFuture<LoadedFrame> answer = loader.request(FakeFrames.key(3), FramePriority.VISIBLE);
        assertFalse(answer.isDone());

        runAll();

        assertSame(answer.join(), cache.get(FakeFrames.key(3)).orElseThrow());
        assertTrue(loader.request(FakeFrames.key(3), FramePriority.AHEAD).isDone());
        assertEquals(List.of(3), source.loaded);
    }

    // [utest->req~study.urgent-first~1]
    @Test
    void loadsTheMostUrgentFirstAndTheNewestOfTheUrgent() {
        loader.prefetch(List.of(FakeFrames.key(10), FakeFrames.key(11)));
        ask(1, FramePriority.VISIBLE);
        ask(2, FramePriority.INTERACTION);
        ask(3, FramePriority.INTERACTION);

        runAll();

        assertEquals(List.of(3, 2, 1, 10, 11), source.loaded);
    }

    @Test
    void aPrefetchedFrameThatIsRequestedMovesUp() {
        loader.prefetch(FakeFrames.keys(5));
        ask(4, FramePriority.INTERACTION);

        runAll();

        assertEquals(List.of(4, 0, 1, 2, 3), source.loaded);
    }

    @Test
    void requestsOfOneFrameShareOneDecode() {
        CompletableFuture<LoadedFrame> one = loader.request(FakeFrames.key(0), FramePriority.AHEAD);
        CompletableFuture<LoadedFrame> two = loader.request(FakeFrames.key(0), FramePriority.VISIBLE);

        runAll();

        assertSame(one.join(), two.join());
        assertEquals(List.of(0), source.loaded);
    }

    @Test
    void aNewWishReplacesTheFormer() {
        loader.prefetch(FakeFrames.keys(50));
        loader.prefetch(List.of(FakeFrames.key(60), FakeFrames.key(61)));

        runAll();

        assertEquals(List.of(60, 61), source.loaded);
    }

    @Test
    void aNewWishLeavesRequestsAlone() {
        loader.prefetch(FakeFrames.keys(3));
        ask(2, FramePriority.AHEAD);
        loader.prefetch(List.of(FakeFrames.key(9)));

        runAll();

        assertEquals(List.of(2, 9), source.loaded);
    }

    @Test
    void aCancelledRequestIsNotDecoded() {
        CompletableFuture<LoadedFrame> answer = loader.request(FakeFrames.key(0), FramePriority.VISIBLE);
        ask(1, FramePriority.VISIBLE);

        answer.cancel(false);
        runAll();

        assertEquals(List.of(1), source.loaded);
    }

    @Test
    void aFrameStillWantedByAnotherIsDecodedThoughOneCancelled() {
        CompletableFuture<LoadedFrame> one = loader.request(FakeFrames.key(0), FramePriority.VISIBLE);
        CompletableFuture<LoadedFrame> two = loader.request(FakeFrames.key(0), FramePriority.VISIBLE);

        one.cancel(false);
        runAll();

        assertTrue(two.isDone());
        assertFalse(two.isCompletedExceptionally());
    }

    @Test
    void aFrameThatCannotBeReadFailsAloneAndMayBeAskedForAgain() {
        source.broken = 0;
        CompletableFuture<LoadedFrame> bad = loader.request(FakeFrames.key(0), FramePriority.VISIBLE);
        CompletableFuture<LoadedFrame> good = loader.request(FakeFrames.key(1), FramePriority.VISIBLE);
        runAll();

        CompletionException failure = assertThrows(CompletionException.class, bad::join);
        assertTrue(failure.getCause() instanceof StudyException);
        assertTrue(good.isDone());
        source.broken = -1;
        CompletableFuture<LoadedFrame> again = loader.request(FakeFrames.key(0), FramePriority.VISIBLE);
        runAll();
        assertFalse(again.isCompletedExceptionally());
    }

    // [utest->req~study.prefetch-bounded~1]
    @Test
    void aWishBeyondTheCacheStopsBeforeItPushesOutItsOwnBegin() {
        loader.prefetch(FakeFrames.keys(1000));

        runAll();

        assertTrue(source.loaded.size() <= 80, "loaded " + source.loaded.size());
        assertTrue(cache.get(FakeFrames.key(0)).isPresent());
    }

    @Test
    void neverRunsMoreThanItsWorkers() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            AtomicInteger atOnce = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            FrameSource counting = key -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                atOnce.decrementAndGet();
                return FakeFrames.frame();
            };
            QueuedFrameLoader two = new QueuedFrameLoader(counting, new FrameCache(1 << 20), pool, 2);
            CountDownLatch done = new CountDownLatch(200);
            for (FrameKey key : FakeFrames.keys(200)) {
                var unused = two.request(key, FramePriority.VISIBLE).whenComplete((frame, failure) -> done.countDown());
            }

            assertTrue(done.await(10, TimeUnit.SECONDS));
            assertTrue(most.get() <= 2, "at once: " + most.get());
        } finally {
            pool.shutdownNow();
        }
    }
}
