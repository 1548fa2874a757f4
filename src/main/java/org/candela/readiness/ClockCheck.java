package org.candela.readiness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.candela.readiness.ReadinessItem.Status;

/**
 * Whether this computer's clock agrees with one that others trust, such as the HTTP Date of a facility. Deadlines, audit
 * and signatures carry this clock's time.
 */
// [impl->req~readiness.clock~1]
public final class ClockCheck implements ReadinessCheck {
    /** HTTP Date has whole seconds and a request takes some: less than this cannot be told apart. */
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** Off by more, a deadline or signature time misleads. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private static final String ID = "clock";
    private static final String TITLE = "Clock";

    private final Clock clock;
    private final Supplier<Optional<Instant>> trustedTime;

    /** @param trustedTime the time elsewhere, now; empty when nobody could be asked */
    public ClockCheck(Clock clock, Supplier<Optional<Instant>> trustedTime) {
        this.clock = clock;
        this.trustedTime = trustedTime;
    }

    @Override
    public ReadinessItem evaluate() {
        return trustedTime.get().map(this::judge).orElseGet(ClockCheck::unknown);
    }

    private ReadinessItem judge(Instant trusted) {
        Duration off = Duration.between(trusted, clock.instant()).abs();
        if (off.compareTo(TOLERANCE) <= 0) {
            return ReadinessItem.ready(ID, TITLE, "Agrees with the facility within " + TOLERANCE.toSeconds() + " s.");
        }
        Status status = off.compareTo(LIMIT) > 0 ? Status.BLOCKED : Status.WARNING;
        return new ReadinessItem(
                ID,
                TITLE,
                status,
                "Off by " + off.toSeconds() + " s against the facility.",
                "Set the clock, or switch on network time.");
    }

    private static ReadinessItem unknown() {
        return new ReadinessItem(
                ID, TITLE, Status.NOT_ASSESSED, "No facility could be asked for the time.", "Check the network.");
    }
}
