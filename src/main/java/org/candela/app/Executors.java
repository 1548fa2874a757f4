package org.candela.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All threads of the program but the toolkit's, by name. A task that throws is logged and ends nothing.
 *
 * <p>Threads are daemons: what must be finished is finished by {@link #close()}, not by keeping a dead window alive.
 */
final class Executors implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Executors.class);
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(3);

    /** Frames read at a time. */
    static final int FETCHERS = 2;
    /** Frames decoded at a time, and parts of a large one. */
    static final int DECODERS = Math.max(2, Runtime.getRuntime().availableProcessors() - 1);

    /** Pictures drawn at a time that may be asked for next: as many as there usually are diagnostic heads. */
    private static final int ASIDE = 2;

    private final ExecutorService db = pool("db", 1);
    private final ExecutorService io = pool("io", 8);
    private final ExecutorService web = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), factory("web"), Executors::drop);
    private final ExecutorService fetch = pool("fetch", FETCHERS);
    private final ExecutorService decode = pool("decode", DECODERS);
    private final ExecutorService render = pool("render", 1);
    private final ExecutorService aside = new ThreadPoolExecutor(
            ASIDE,
            ASIDE,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Niceness.yielding(factory("aside")),
            Executors::drop);
    private final ExecutorService device = pool("device", 1);
    private final ExecutorService delivery = pool("delivery", 4);
    private final ExecutorService sound = pool("sound", 1);
    private final ScheduledExecutorService keep = new Timetable(1, factory("keep"));
    private final ExecutorService speech = pool("speech", 1);
    private final ExecutorService pads = pool("pad", 4);
    /** Two, so that a slow disk does not halt a cine. */
    private final ScheduledExecutorService scheduler = new Timetable(2, factory("scheduler"));

    /** Work with the database; one, so that user actions are kept in their order. */
    ExecutorService db() {
        return db;
    }

    /** Files and network. */
    ExecutorService io() {
        return io;
    }

    /**
     * What the HTTP client does behind those who wait for it on {@link #io()}: never those same threads, or all of them
     * could wait for one another.
     */
    ExecutorService web() {
        return web;
    }

    /** Frames from disk, or from memory that lies aside; its own, so that a slow facility never keeps a screen waiting. */
    ExecutorService fetch() {
        return fetch;
    }

    /** Pixel decoding; two at least, one of which no wish takes. */
    ExecutorService decode() {
        return decode;
    }

    /** From decoded pixels to pictures; one, so that the newest view of a viewport wins. */
    ExecutorService render() {
        return render;
    }

    /** The microphone, which waits for nobody. */
    ExecutorService sound() {
        return sound;
    }

    /** What is said, to the disk while it is spoken; its own, so that no other file comes before it. */
    ScheduledExecutorService keep() {
        return keep;
    }

    /** The speech engine, at its own pace. */
    ExecutorService speech() {
        return speech;
    }

    /** Pads that are plugged in, a thread each. */
    ExecutorService pads() {
        return pads;
    }

    /** Pictures that may be asked for next; behind all others at the processor. */
    ExecutorService aside() {
        return aside;
    }

    /** All calls to displays and sensors; one, since their libraries are not made for more. */
    ExecutorService device() {
        return device;
    }

    /** Reports on the wire; their own, since a facility may keep a thread waiting. */
    ExecutorService delivery() {
        return delivery;
    }

    /** What is due at a time; hands longer work to the others. */
    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    /** Takes no new work and waits a little for what is under way; the scheduler ends first, it feeds the others. */
    @Override
    public void close() {
        List<ExecutorService> all = List.of(
                scheduler, pads, sound, speech, keep, fetch, decode, render, aside, delivery, io, web, device, db);
        all.forEach(ExecutorService::shutdown);
        long deadline = System.nanoTime() + TIME_TO_FINISH.toNanos();
        for (ExecutorService each : all) {
            try {
                if (!each.awaitTermination(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    each.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                each.shutdownNow();
            }
        }
    }

    private static ExecutorService pool(String name, int threads) {
        return new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory(name), Executors::drop);
    }

    /** A pool takes everything until it is shut down; what comes later would show its result to nobody. */
    private static void drop(Runnable task, ThreadPoolExecutor pool) {
        LOG.debug("dropped at the end of the program: {}", task);
    }

    private static ThreadFactory factory(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((dead, failure) -> LOG.error("a task failed [app.task]", failure));
            return thread;
        };
    }
}
