package org.candela.displayqa.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Notices that the computer slept: the clock on the wall went on, the monotonic one stood still (CLOCK_MONOTONIC on Linux).
 * A clock that was set forward looks the same and costs one look more. One thread.
 */
public final class SleepGap {
    /** Corrections of network time are smaller, sleeps longer. */
    static final Duration LEAST = Duration.ofSeconds(3);

    private final Clock clock;
    private final LongSupplier nanos;
    private Instant lastWall;
    private long lastNanos;

    /** @param nanos monotonic time that stands still in sleep, as {@code System::nanoTime} */
    public SleepGap(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.lastWall = clock.instant();
        this.lastNanos = nanos.getAsLong();
    }

    /** Whether it slept since this was last asked. */
    public boolean hasSlept() {
        Instant wall = clock.instant();
        long now = nanos.getAsLong();
        Duration awake = Duration.ofNanos(now - lastNanos);
        Duration gone = Duration.between(lastWall, wall);
        lastWall = wall;
        lastNanos = now;
        return gone.minus(awake).compareTo(LEAST) > 0;
    }
}
