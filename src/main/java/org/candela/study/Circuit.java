package org.candela.study;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether one way to a facility answered when it was last asked. Safe from any thread. */
final class Circuit {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final int DOUBLINGS_AT_MOST = 10;

    private final RoutedStudies.Way way;
    private Standing standing = Standing.WELL;
    private final AtomicBoolean isLookedAt = new AtomicBoolean();

    /** @param failures in a row */
    private record Standing(int failures, Instant failedAt) {
        static final Standing WELL = new Standing(0, Instant.EPOCH);

        Duration pause() {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(0, failures - 1), DOUBLINGS_AT_MOST));
            return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        }
    }

    Circuit(RoutedStudies.Way way) {
        this.way = way;
    }

    RoutedStudies.Way way() {
        return way;
    }

    synchronized boolean hasFailed() {
        return standing.failures() > 0;
    }

    /** Whether one that failed has been left alone long enough; a clock that was set back counts as long enough. */
    synchronized boolean isDue(Instant now) {
        Standing last = standing;
        Duration since = Duration.between(last.failedAt(), now);
        return last.failures() > 0 && (since.isNegative() || since.compareTo(last.pause()) >= 0);
    }

    /** Whether nobody looks at it already. */
    boolean beginLook() {
        return isLookedAt.compareAndSet(false, true);
    }

    void endLook() {
        isLookedAt.set(false);
    }

    /** Whether it had failed before. */
    synchronized boolean worked() {
        boolean hadFailed = hasFailed();
        standing = Standing.WELL;
        return hadFailed;
    }

    /** Whether it had worked before. */
    synchronized boolean failed(Instant at) {
        boolean hadWorked = !hasFailed();
        standing = new Standing(standing.failures() + 1, at);
        return hadWorked;
    }
}
