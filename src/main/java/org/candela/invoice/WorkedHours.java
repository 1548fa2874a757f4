package org.candela.invoice;

import java.time.Duration;
import java.time.Instant;
import org.candela.facility.FacilityId;

/**
 * A time that the reader worked for a facility, as entered.
 *
 * @param number given by the book; 0 before it is entered
 * @param note for the facility to read; may be empty
 */
public record WorkedHours(long number, FacilityId facility, Instant from, Instant until, String note) {
    /** Longer is a slip of the hand. */
    private static final Duration LONGEST = Duration.ofHours(24);

    public WorkedHours {
        if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "work ends after it begins and within 24 hours: " + from + " to " + until);
        }
    }

    /** Whether a moment would be counted twice. */
    boolean overlaps(WorkedHours other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }
}
