package org.candela.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.candela.facility.FacilityId;
import org.candela.practice.Period;

/**
 * Whose work of which days.
 *
 * @param zone by whose clock a day begins
 */
public record Scope(FacilityId facility, Period period, ZoneId zone) {
    /** The first moment of its first day. */
    Instant from() {
        return period.from().atStartOfDay(zone).toInstant();
    }

    /** The first moment after its last day. */
    Instant until() {
        return period.through().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The day of a moment. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** Whether a moment is within. */
    public boolean covers(Instant moment) {
        return period.covers(dayOf(moment));
    }
}
