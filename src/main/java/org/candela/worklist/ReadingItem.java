package org.candela.worklist;

import java.time.Instant;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.study.StudySummary;

/**
 * One row of the list.
 *
 * @param urgency how soon it must be read, and why
 * @param claim who has it; empty while nobody has
 * @param listing what its facility last said of it
 */
public record ReadingItem(
        StudySummary study, Urgency urgency, ReadingState state, Optional<Claim> claim, Listing listing) {

    /** What makes two rows the same: the facility and the Study Instance UID. */
    public record Id(FacilityId facility, Uid study) {}

    /**
     * Priority and deadline.
     *
     * @param isStated whether the facility stated the priority; else routine is assumed, and said
     * @param receivedAt when the facility had the study, else when it was first seen here
     * @param deadline received + the turnaround promised for the priority
     */
    public record Urgency(ReadingPriority priority, boolean isStated, Instant receivedAt, Instant deadline) {}

    /**
     * A claim kept here only: other readers of the facility cannot see it.
     *
     * @param reader who holds it
     */
    public record Claim(String reader, Instant since) {}

    /**
     * When the facility last had the study on its list.
     *
     * @param isCurrent false when a newer answer of the facility had it no longer; the row stays for the work done here
     */
    public record Listing(Instant lastSeen, boolean isCurrent) {}

    /** Identity of the row. */
    public Id id() {
        return new Id(study.facility(), study.uid());
    }
}
