package org.candela.worklist;

import java.time.Duration;

/**
 * How long a facility is waited for, and how long it is left alone after it failed.
 *
 * @param answer limit for one list
 * @param firstPause after the first failure; each further failure doubles it
 * @param longestPause where it stops growing
 */
record Patience(Duration answer, Duration firstPause, Duration longestPause) {
    static final Patience START = new Patience(Duration.ofSeconds(25), Duration.ofSeconds(30), Duration.ofMinutes(5));

    private static final int DOUBLINGS_AT_MOST = 16;

    Patience {
        if (answer.isNegative() || answer.isZero() || firstPause.isNegative() || firstPause.isZero()) {
            throw new IllegalArgumentException("limits must be positive: " + answer + ", " + firstPause);
        }
    }

    /** The pause after so many failures in a row; none after none. */
    Duration pauseAfter(int failures) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_AT_MOST));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
