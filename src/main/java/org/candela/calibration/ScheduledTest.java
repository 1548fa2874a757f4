package org.candela.calibration;

import java.time.Duration;
import java.util.Optional;

/** A kind of test that a standard wants done, and how often. */
public record ScheduledTest(Kind kind, Every every) {
    /** Kinds of test. */
    public enum Kind {
        /** Before first use, everything. */
        ACCEPTANCE,
        /** Measured: luminance response and what else the standard repeats. */
        CONSTANCY,
        /** White, black, ambient light, one pattern, whether the LUT is still there. */
        PRE_SHIFT,
        /** Patterns looked at. */
        VISUAL,
        /** After a repair, an exchange or a change of settings. */
        AFTER_SERVICE
    }

    /** How often. */
    public enum Every {
        /** Once, or whenever its occasion comes. */
        OCCASION(0),
        DAY(1),
        WEEK(7),
        TWO_WEEKS(14),
        MONTH(31),
        QUARTER(92),
        HALF_YEAR(183),
        YEAR(365);

        private final int days;

        Every(int days) {
            this.days = days;
        }

        /** How long a result holds; empty for what has no period. */
        public Optional<Duration> period() {
            return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
        }
    }
}
