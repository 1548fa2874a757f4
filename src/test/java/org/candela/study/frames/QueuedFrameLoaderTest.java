package org.candela.study.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.candela.base.CandelaException;
import org.candela.base.MemoryBudget;
import org.candela.base.MemoryBudget.Limits;
import org.candela.base.MemoryBudget.Use;
import org.candela.study.FrameKey;
import org.candela.study.FramePriority;
import org.candela.study.FrameSource;
import org.candela.study.LoadedFrame;
import org.candela.study.Prefetch;
import org.candela.study.StackPlace;
import org.candela.study.frames.QueuedFrameLoader.Pools;
import org.junit.jupiter.api.Test;

class QueuedFrameLoaderTest {
    private final FakeFrames source = new FakeFrames();
    private final MemoryBudget budget = new MemoryBudget(new Limits(1 << 20, 1 << 20, 1 << 20));
    /** Work given to the executor, run when the test says so. */
    private final Deque<Runnable> given = new ArrayDeque<>();

    private final QueuedFrameLoader loader = loader(100);

    private final Prefetch wish = loader.prefetch();

    private QueuedFrameLoader loader(int roomForFrames) {
        return new QueuedFrameLoader(
                source, FakeFrames.store(roomForFrames), budget, new Pools(given::add, 1, given::add, 1));
    }

    private static final int ROOM = 60;
    private static final int OTHERS = 10_000;

    /** Frames of another stack. */
    private static List<FrameKey> others(int count) {
        return IntStream.range(OTHERS, OTHERS + count).mapToObj(FakeFrames::key).toList();
    }

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

        assertSame(
                answer.join(),
                loader.request(FakeFrames.key(3), FramePriority.AHEAD).join());
        assertEquals(List.of(3), source.loaded);
    }

    // [utest->req~study.urgent-first~1]
    @Test
    void loadsTheMostUrgentFirstAndTheNewestOfTheUrgent() {
        wish.wish(List.of(FakeFrames.key(10), FakeFrames.key(11)));
        ask(1, FramePriority.VISIBLE);
        ask(2, FramePriority.INTERACTION);
        ask(3, FramePriority.INTERACTION);

        runAll();

        assertEquals(List.of(3, 2, 1, 10, 11), source.loaded);
    }

    @Test
    void aPrefetchedFrameThatIsRequestedMovesUp() {
        wish.wish(FakeFrames.keys(5));
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
        wish.wish(FakeFrames.keys(50));
        wish.wish(List.of(FakeFrames.key(60), FakeFrames.key(61)));

        runAll();

        assertEquals(List.of(60, 61), source.loaded);
    }

    @Test
    void aNewWishLeavesRequestsAlone() {
        wish.wish(FakeFrames.keys(3));
        ask(2, FramePriority.AHEAD);
        wish.wish(List.of(FakeFrames.key(9)));

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
        assertTrue(failure.getCause() instanceof CandelaException);
        assertTrue(good.isDone());
        source.broken = -1;
        CompletableFuture<LoadedFrame> again = loader.request(FakeFrames.key(0), FramePriority.VISIBLE);
        runAll();
        assertFalse(again.isCompletedExceptionally());
    }

    // [utest->req~study.prefetch-bounded~1]
    @Test
    void aWishBeyondTheCacheStopsBeforeItPushesOutItsOwnBegin() {
        wish.wish(FakeFrames.keys(1000));

        runAll();

        assertEquals(IntStream.range(0, 100).boxed().toList(), source.loaded);
        assertTrue(loader.request(FakeFrames.key(0), FramePriority.VISIBLE).isDone());
    }

    // [utest->req~study.prefetch-order~1]
    @Test
    void readsTwoOnEachSideThenAheadAndAThirdAsManyBehind() {
        loader.prefetch().standAt(new StackPlace(FakeFrames.keys(100), 50, 1));
        runAll();

        assertEquals(List.of(50, 51, 49, 52, 48, 53, 54, 55, 47, 56, 57, 58, 46, 59), source.loaded.subList(0, 14));
    }

    // [utest->req~study.prefetch-order~1]
    @Test
    void goesBackwardsWithTheReader() {
        loader.prefetch().standAt(new StackPlace(FakeFrames.keys(100), 50, -1));
        runAll();

        assertEquals(List.of(50, 49, 51, 48, 52, 47, 46, 45, 53), source.loaded.subList(0, 9));
    }

    // [utest->req~study.prefetch-fair~1]
    @Test
    void theWishesOfTwoAskersAreServedByTurnsAndNeitherReplacesTheOther() {
        Prefetch one = loader.prefetch();
        Prefetch two = loader.prefetch();
        one.standAt(new StackPlace(FakeFrames.keys(50), 0, 1));
        two.standAt(new StackPlace(others(50), 0, 1));

        runAll();

        List<Integer> firstTen = source.loaded.subList(0, 10);
        assertEquals(5, firstTen.stream().filter(frame -> frame >= OTHERS).count(), firstTen.toString());
        assertEquals(100, source.loaded.size());
    }

    // [utest->req~study.prefetch-fair~1]
    @Test
    void twoAskersShareACacheThatIsTooSmallForBoth() {
        loader.prefetch().standAt(new StackPlace(FakeFrames.keys(500), 0, 1));
        loader.prefetch().standAt(new StackPlace(others(500), 0, 1));

        runAll();

        assertEquals(50, source.loaded.stream().filter(frame -> frame >= OTHERS).count());
        assertEquals(100, source.loaded.size());
    }

    @Test
    void anAskerThatGoesTakesItsWishAlongAndNoOther() {
        Prefetch goes = loader.prefetch();
        Prefetch stays = loader.prefetch();
        goes.standAt(new StackPlace(FakeFrames.keys(50), 0, 1));
        stays.standAt(new StackPlace(others(3), 0, 1));

        goes.close();
        runAll();

        assertEquals(List.of(OTHERS, OTHERS + 1, OTHERS + 2), source.loaded);
    }

    @Test
    void whatMayBeWantedLaterComesAfterWhatIsNearAndGivesWayToIt() {
        QueuedFrameLoader small = loader(20);
        small.prefetch().wish(others(10));
        runAll();
        assertEquals(10, source.loaded.size());

        small.prefetch().standAt(new StackPlace(FakeFrames.keys(500), 0, 1));
        runAll();

        assertEquals(30, source.loaded.size());
        assertFalse(small.request(others(1).get(0), FramePriority.VISIBLE).isDone());
    }

    @Test
    void aFrameThatCannotBeReadIsNotWishedAgainAtEveryStep() {
        source.broken = 1;
        Prefetch prefetch = loader.prefetch();
        List<FrameKey> stack = FakeFrames.keys(10);
        for (int index = 0; index < 10; index++) {
            prefetch.standAt(new StackPlace(stack, index, 1));
            runAll();
        }

        assertEquals(1, source.loaded.stream().filter(frame -> frame == 1).count());
    }

    // [utest->req~study.no-thrashing~1]
    @Test
    void standingStillInASeriesOfThreeTimesTheCacheComesToRest() {
        QueuedFrameLoader small = loader(ROOM);
        small.prefetch().standAt(new StackPlace(FakeFrames.keys(3 * ROOM), ROOM, 1));

        runAll();

        assertEquals(ROOM, source.loaded.size());
    }

    /**
     * Forth each frame is decoded once. Back, at least a fifth of the cache lies behind the turning point and is there
     * still; nothing is decoded twice on one way.
     */
    // [utest->req~study.no-thrashing~1]
    @Test
    void scrollingForthAndBackDecodesNoFrameTwiceOnOneWay() {
        int series = 3 * ROOM;
        QueuedFrameLoader small = loader(ROOM);
        Prefetch prefetch = small.prefetch();
        List<FrameKey> stack = FakeFrames.keys(series);
        scroll(small, prefetch, stack, IntStream.range(0, series));
        assertEquals(series, source.loaded.size());

        scroll(small, prefetch, stack, IntStream.range(0, series).map(step -> series - 1 - step));

        int bound = 2 * series - ROOM / 5;
        assertTrue(source.loaded.size() <= bound, source.loaded.size() + " of " + bound);
    }

    /** Going back a few for a look and on again is what a reader does all the time. */
    // [utest->req~study.no-thrashing~1]
    @Test
    void goingBackForALookDecodesNothingAgain() {
        QueuedFrameLoader small = loader(ROOM);
        Prefetch prefetch = small.prefetch();
        List<FrameKey> stack = FakeFrames.keys(3 * ROOM);
        scroll(small, prefetch, stack, IntStream.rangeClosed(0, ROOM));
        int before = source.loaded.size();

        for (int turn = 0; turn < 10; turn++) {
            scroll(small, prefetch, stack, IntStream.of(ROOM - 1, ROOM - 2, ROOM - 3, ROOM - 4, ROOM - 2, ROOM));
        }

        assertTrue(
                source.loaded.size() - before <= 6,
                "decoded again: " + source.loaded.subList(before, source.loaded.size()));
    }

    /** As a viewport does: a request for where the reader is, then the place. */
    private void scroll(QueuedFrameLoader used, Prefetch prefetch, List<FrameKey> stack, IntStream places) {
        int[] last = {0};
        places.forEach(place -> {
            CompletableFuture<LoadedFrame> shown = used.request(stack.get(place), FramePriority.VISIBLE);
            prefetch.standAt(new StackPlace(stack, place, place >= last[0] ? 1 : -1));
            last[0] = place;
            runAll();
            assertEquals(place, shown.join().frame().value(0));
        });
    }

    @Test
    void aCoarseFormComesBeforeTheWholeAndIsNeverKept() {
        LoadedFrame whole = FakeFrames.frame(0);
        source.coarse = new LoadedFrame(whole.frame(), whole.description(), List.of(), 2);
        List<LoadedFrame> told = new ArrayList<>();
        CompletableFuture<LoadedFrame> answer = loader.request(FakeFrames.key(0), FramePriority.VISIBLE, told::add);

        runAll();

        assertEquals(List.of(source.coarse), told);
        assertFalse(answer.join().isReduced());
        assertFalse(
                loader.request(FakeFrames.key(0), FramePriority.VISIBLE).join().isReduced());
    }

    @Test
    void whoLeavesAfterTheCoarseFormDoesNotHoldUpOthersByTheWhole() {
        LoadedFrame whole = FakeFrames.frame(0);
        source.coarse = new LoadedFrame(whole.frame(), whole.description(), List.of(), 2);
        List<CompletableFuture<LoadedFrame>> answers = new ArrayList<>();
        answers.add(loader.request(FakeFrames.key(0), FramePriority.VISIBLE, coarse -> answers.get(0)
                .cancel(false)));

        runAll();

        assertEquals(List.of(), source.loaded);
    }

    @Test
    void whatWasReadIsNotCountedAnyMoreOnceItIsDecodedOrGivenUp() {
        source.broken = 5;
        wish.wish(FakeFrames.keys(10));
        ask(3, FramePriority.VISIBLE);
        runAll();

        assertEquals(0, budget.account(Use.CODED).heldBytes());
        assertEquals(9L * FakeFrames.BYTES, budget.account(Use.FRAMES).heldBytes());
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
                return new FakeFrames().fetch(key);
            };
            QueuedFrameLoader two =
                    new QueuedFrameLoader(counting, FakeFrames.store(100), budget, new Pools(pool, 2, pool, 2));
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
