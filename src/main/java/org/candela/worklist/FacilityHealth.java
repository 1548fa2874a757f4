package org.candela.worklist;

import java.time.Instant;
import java.util.Optional;
import org.candela.facility.FacilityId;
import org.candela.facility.ServiceEndpoint;

/**
 * Whether what the list shows of a facility is of now.
 *
 * @param lastAnswer when it last answered, be it before a restart; empty when it never did
 * @param failure what went wrong since, without patient data; empty when the last request was answered
 * @param askedAgainAt when a facility that failed is asked again unless the reader asks by hand; empty when all is well
 * @param detour the way that is used while the first does not answer
 */
public record FacilityHealth(
        FacilityId facility,
        Optional<Instant> lastAnswer,
        Optional<String> failure,
        Optional<Instant> askedAgainAt,
        Optional<ServiceEndpoint.Route> detour) {
    /** One that is asked at its first address. */
    public FacilityHealth(
            FacilityId facility,
            Optional<Instant> lastAnswer,
            Optional<String> failure,
            Optional<Instant> askedAgainAt) {
        this(facility, lastAnswer, failure, askedAgainAt, Optional.empty());
    }

    /** A facility whose last request was answered. */
    public static FacilityHealth answered(FacilityId facility, Instant at) {
        return new FacilityHealth(facility, Optional.of(at), Optional.empty(), Optional.empty());
    }

    /** Whether rows may be out of date. */
    public boolean isStale() {
        return failure.isPresent() || lastAnswer.isEmpty();
    }
}
