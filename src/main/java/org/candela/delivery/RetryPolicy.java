package org.candela.delivery;

import java.time.Duration;

/**
 * When to try again, and when to stop trying.
 *
 * @param first wait after the first failure; doubled with each further one
 * @param longest no wait is longer
 * @param errorLimit after how many errors from the facility the message is parked; a facility that
 *     does not answer at all is tried for ever
 */
public record RetryPolicy(Duration first, Duration longest, int errorLimit) {
    /** 2 s, 4 s, … 1 min; parked after 8 errors, about three minutes. */
    public static final RetryPolicy START = new RetryPolicy(Duration.ofSeconds(2), Duration.ofMinutes(1), 8);

    private static final int MAX_DOUBLINGS = 20;

    /** The wait after {@code attempts} ≥ 1 failed attempts. */
    Duration waitAfter(int attempts) {
        Duration wait = first.multipliedBy(1L << Math.min(attempts - 1, MAX_DOUBLINGS));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
