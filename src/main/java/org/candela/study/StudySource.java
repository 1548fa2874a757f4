package org.candela.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ServiceEndpoint;

/**
 * Where studies come from. Safe from any thread; never blocks its caller.
 *
 * <p>Futures fail with a {@link org.candela.base.CandelaException}, or a
 * {@link java.util.concurrent.CancellationException} soon after the cancellation was requested.
 */
public interface StudySource {
    /** Whose studies these are. */
    FacilityId facility();

    /** Which other way to the facility is used while the first one does not answer; empty while it does. */
    default Optional<ServiceEndpoint.Route> detour() {
        return Optional.empty();
    }

    /** Studies with a Study Date of {@code day} or later. */
    CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation);

    /** All studies of a patient, for finding priors; none for a patient without id. */
    CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation);

    /**
     * Studies that may be of a patient: all of the same id, and those that a search by name and birth date finds, since every
     * facility numbers its patients itself. Which are of the same person is for others to say.
     */
    default CompletableFuture<List<OfferedStudy>> offeredFor(Patient patient, Cancellation cancellation) {
        return studiesOf(patient, cancellation).thenApply(found -> found.stream()
                .map(study -> new OfferedStudy(study, OfferedStudy.Availability.UNTOLD))
                .toList());
    }

    /**
     * Brings the objects of a study that are not here yet into the library. When it fails half-way, what was admitted
     * stays, and asking again fetches the rest.
     */
    CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation);

    /** Follows a retrieval, on the retrieving thread. */
    @FunctionalInterface
    interface RetrievalListener {
        /** {@code here} of {@code total} objects are in the library. */
        void progress(int here, int total);

        /** Who looks at images while they come; {@link ArrivalListener#NONE} where nobody does, and nothing is decoded. */
        default ArrivalListener arrivals() {
            return ArrivalListener.NONE;
        }
    }
}
