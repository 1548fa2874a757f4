package org.candela.drill;

import java.time.Duration;
import java.util.List;

/**
 * One trouble and what became of it.
 *
 * @param name what was simulated
 * @param found what was seen, in words
 * @param lost what was there before and not afterwards; must be nothing
 * @param recovery from the end of the trouble until all was well again, or as long as it was waited for
 */
public record DrillStep(String name, String found, List<String> lost, Duration recovery) {
    /** Beyond this a step that lost nothing is marked slow. */
    static final Duration SLOW = Duration.ofSeconds(60);

    /** The mark of a step. */
    public enum Mark {
        /** Nothing lost, and soon well again. */
        PASSED,
        /** Nothing lost, but it took longer than a minute. */
        SLOW,
        /** Something was lost, or did not come back. */
        FAILED
    }

    public DrillStep {
        lost = List.copyOf(lost);
    }

    /** How it is graded. */
    public Mark mark() {
        if (!lost.isEmpty()) {
            return Mark.FAILED;
        }
        return recovery.compareTo(SLOW) > 0 ? Mark.SLOW : Mark.PASSED;
    }
}
