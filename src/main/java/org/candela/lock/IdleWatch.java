package org.candela.lock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Since when nobody touched the workstation. Counts by a counter that no clock sets, and by the clock too, since the counter may
 * stand while the machine sleeps. Safe from any thread.
 */
// [impl->req~lock.idle~1]
public final class IdleWatch {
    private final Clock clock;
    private final LongSupplier nanos;
    private volatile Touch last;

    private record Touch(Instant at, long nanos) {}

    /** @param nanos a counter that only runs forwards, ns */
    public IdleWatch(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.last = now();
    }

    private Touch now() {
        return new Touch(clock.instant(), nanos.getAsLong());
    }

    /** A key, the mouse, the pad, a word: somebody is there. */
    public void touch() {
        last = now();
    }

    /** Whether nobody was there for as long as the setting says. */
    public boolean isIdle(LockSetting setting) {
        Touch now = now();
        Duration counted = Duration.ofNanos(now.nanos() - last.nanos());
        Duration byClock = Duration.between(last.at(), now.at());
        return setting.isByItself()
                && (counted.compareTo(setting.idle()) >= 0 || byClock.compareTo(setting.idle()) >= 0);
    }
}
