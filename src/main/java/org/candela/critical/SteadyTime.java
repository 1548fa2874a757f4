package org.candela.critical;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * A time that never goes back while the program runs: where the clock of the machine is set back, time goes on by a counter
 * that knows no clock, so that no alarm waits for an hour twice. Where it is set forward it follows: an alarm too early is
 * looked at, one too late is not. Safe from any thread.
 */
// [impl->req~critical.clock~1]
public final class SteadyTime extends Clock {
    /** Less is what clocks are set right by all the time. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Clock clock;
    private final LongSupplier nanos;
    private Instant last;
    private long lastNanos;

    /** @param nanos a counter that only runs forwards, ns */
    public SteadyTime(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.last = clock.instant();
        this.lastNanos = nanos.getAsLong();
    }

    /** Not before {@code entered}, the newest moment that is on the disk: a clock that is behind it is wrong. */
    public synchronized void notBefore(Instant entered) {
        if (entered.isAfter(last)) {
            last = entered;
            lastNanos = nanos.getAsLong();
        }
    }

    @Override
    public synchronized Instant instant() {
        long counted = nanos.getAsLong();
        Instant steady = last.plusNanos(counted - lastNanos);
        Instant wall = clock.instant();
        boolean isBehind = wall.isBefore(steady.minus(SLACK));
        last = isBehind || wall.isBefore(last) ? steady : wall;
        lastNanos = counted;
        return last;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyTime(clock.withZone(zone), nanos);
    }
}
