package org.candela.worklist;

import java.time.Instant;
import java.util.Optional;
import org.candela.facility.FacilityId;

/**
 * Whether what the list shows of a facility is of now.
 *
 * @param lastAnswer when it last answered; empty when it never did
 * @param failure what went wrong since, without patient data; empty when the last request was answered
 */
public record FacilityHealth(FacilityId facility, Optional<Instant> lastAnswer, Optional<String> failure) {
    /** Whether rows may be out of date. */
    public boolean isStale() {
        return failure.isPresent() || lastAnswer.isEmpty();
    }
}
