package org.candela.lock;

import java.time.Duration;

/**
 * When the workstation locks by itself (45 CFR 164.312(a)(2)(iii), automatic logoff).
 *
 * @param idle after so long without a touch, a word or a turn of the pad; zero: never by itself
 * @param consent why it never does, typed by the reader; blank where it does
 */
// [impl->req~lock.idle~1]
public record LockSetting(Duration idle, String consent) {
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int FEWEST_LETTERS = 10;
    private static final int MOST_LETTERS = 400;

    /** As the workstation comes; below what its constructor needs. */
    public static final LockSetting START = new LockSetting(Duration.ofMinutes(10), "");

    public LockSetting {
        if (idle.isNegative() || idle.compareTo(LONGEST) > 0 || idle.toSecondsPart() != 0) {
            throw new IllegalArgumentException("the workstation locks after 1 to 120 whole minutes");
        }
        consent = consent.strip();
        if (idle.isZero() && consent.length() < FEWEST_LETTERS) {
            throw new IllegalArgumentException(
                    "a workstation that never locks by itself needs a typed reason of at least " + FEWEST_LETTERS
                            + " letters: who else can reach it, and why that is safe");
        }
        if (consent.length() > MOST_LETTERS) {
            throw new IllegalArgumentException("a reason has at most " + MOST_LETTERS + " letters");
        }
    }

    /** Whether it ever locks by itself. */
    public boolean isByItself() {
        return !idle.isZero();
    }
}
