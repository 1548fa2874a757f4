package org.candela.codec.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final int PARTS = 1000;

    @Test
    void everyPartRunsOnce() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            AtomicIntegerArray runs = new AtomicIntegerArray(PARTS);

            new Workers(pool, 3).forEach(PARTS, runs::incrementAndGet);

            int[] counts = new int[PARTS];
            Arrays.setAll(counts, runs::get);
            int[] once = new int[PARTS];
            Arrays.fill(once, 1);
            assertArrayEquals(once, counts);
        } finally {
            pool.shutdown();
            assertTrue(pool.awaitTermination(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aPoolThatNeverBeginsDoesNotHoldTheCallerUp() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        AtomicIntegerArray runs = new AtomicIntegerArray(PARTS);

        new Workers(waiting::add, 2).forEach(PARTS, runs::incrementAndGet);
        waiting.forEach(Runnable::run);

        assertEquals(2, waiting.size());
        assertEquals(1, runs.get(PARTS - 1), "a late helper must find nothing left");
    }

    @Test
    void aPoolThatRefusesLeavesAllToTheCaller() {
        AtomicIntegerArray runs = new AtomicIntegerArray(PARTS);

        new Workers(
                        task -> {
                            throw new RejectedExecutionException("closing");
                        },
                        2)
                .forEach(PARTS, runs::incrementAndGet);

        assertEquals(1, runs.get(0));
    }

    @Test
    void aFailureReachesTheCaller() {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class,
                () -> Workers.ALONE.forEach(PARTS, part -> {
                    throw new IllegalArgumentException("part " + part);
                }));

        assertEquals("part 0", failure.getMessage());
    }

    @Test
    void aPartLostToAnErrorDoesNotPassForDone() {
        Workers workers = new Workers(
                task -> {
                    try {
                        task.run();
                    } catch (StackOverflowError e) {
                        // a pool thread dies of it; the caller only sees that nothing more comes
                    }
                },
                1);

        assertThrows(
                IllegalStateException.class,
                () -> workers.forEach(2, part -> {
                    if (part == 0) {
                        throw new StackOverflowError();
                    }
                }));
    }
}
