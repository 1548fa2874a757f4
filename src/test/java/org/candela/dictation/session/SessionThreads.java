package org.candela.dictation.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of a session, whose clock is fast: what is tried again later is tried again at once. */
final class SessionThreads implements AutoCloseable {
    private final ExecutorService sound = Executors.newSingleThreadExecutor();
    private final ExecutorService speech = Executors.newSingleThreadExecutor();
    private final ExecutorService aside = Executors.newSingleThreadExecutor();
    private final ScheduledThreadPoolExecutor keep = new ScheduledThreadPoolExecutor(1) {
        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            return super.schedule(command, Math.min(unit.toMillis(delay), 20), TimeUnit.MILLISECONDS);
        }

        @Override
        public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
            return super.schedule(callable, Math.min(unit.toMillis(delay), 20), TimeUnit.MILLISECONDS);
        }
    };

    DictationSession.Threads threads() {
        return new DictationSession.Threads(sound, keep, speech, aside);
    }

    /** What was begun on the keeper's thread is done. */
    void settleKeep() throws InterruptedException {
        settle(keep);
    }

    /** What was begun on any is done, twice over since one feeds the other. */
    void settle() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            settle(keep);
            settle(speech);
            settle(aside);
        }
    }

    private static void settle(ExecutorService one) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        one.execute(reached::countDown);
        assertTrue(reached.await(10, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        sound.shutdownNow();
        speech.shutdownNow();
        aside.shutdownNow();
        keep.shutdownNow();
    }
}
