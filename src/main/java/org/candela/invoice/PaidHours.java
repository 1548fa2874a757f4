package org.candela.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.candela.practice.PayRule.AfterHours;

/**
 * The minutes of a time worked, by what they are paid.
 *
 * @param usual begun minutes outside of better paid hours
 * @param after begun minutes within them
 */
record PaidHours(long usual, long after) {
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    /** Minute by minute, so that nights, whole days and changes of the clock need no case of their own. */
    static PaidHours of(WorkedHours worked, Optional<AfterHours> better) {
        long usual = 0;
        long after = 0;
        for (Instant minute = worked.from();
                minute.isBefore(worked.until());
                minute = minute.plus(1, ChronoUnit.MINUTES)) {
            Instant now = minute;
            boolean isBetter = better.filter(hours -> hours.covers(now.atZone(ZoneOffset.UTC)))
                    .isPresent();
            usual += isBetter ? 0 : 1;
            after += isBetter ? 1 : 0;
        }
        return new PaidHours(usual, after);
    }

    long minutes() {
        return usual + after;
    }

    /** Minutes as hours, to four digits. */
    static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(MINUTES, 4, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
