package org.candela.worklist;

import java.time.Instant;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.order.OrderFacts;
import org.candela.study.StudySummary;

/**
 * One row of the list.
 *
 * @param urgency how soon it must be read, and why
 * @param claim who has it; empty while nobody has
 * @param listing what its facility last said of it
 * @param order what orders say of it
 */
public record ReadingItem(
        StudySummary study,
        Urgency urgency,
        ReadingState state,
        Optional<Claim> claim,
        Listing listing,
        OrderFacts order) {

    /** A row without an order. */
    public ReadingItem(
            StudySummary study, Urgency urgency, ReadingState state, Optional<Claim> claim, Listing listing) {
        this(study, urgency, state, claim, listing, OrderFacts.NONE);
    }

    /** What makes two rows the same: the facility and the Study Instance UID. */
    public record Id(FacilityId facility, Uid study) {}

    /**
     * Priority and deadline.
     *
     * @param isStated whether the facility stated the priority; else routine is assumed, and said
     * @param receivedAt when the facility had the study, else when it was first seen here
     * @param deadline received + the turnaround promised for the priority
     * @param rank where it stands in the order: its priority, or a higher one where the facility lets late work rise
     */
    public record Urgency(
            ReadingPriority priority, boolean isStated, Instant receivedAt, Instant deadline, ReadingPriority rank) {
        /** Ranked by its priority. */
        public Urgency(ReadingPriority priority, boolean isStated, Instant receivedAt, Instant deadline) {
            this(priority, isStated, receivedAt, deadline, priority);
        }
    }

    /**
     * A claim kept here only: other readers of the facility cannot see it.
     *
     * @param reader who holds it
     */
    public record Claim(String reader, Instant since) {}

    /**
     * What the facility last said of the study.
     *
     * @param lastSeen the last answer that held a study listed no longer; of one that is listed, the answer that brought
     *     it as it stands, or the last one before a restart ({@link FacilityHealth#lastAnswer} tells how fresh it is)
     * @param isCurrent false when a newer answer of the facility had it no longer; the row stays for the work done here
     */
    public record Listing(Instant lastSeen, boolean isCurrent) {}

    /** The same row after the facility said something else of it. */
    ReadingItem listed(Listing other) {
        return new ReadingItem(study, urgency, state, claim, other, order);
    }

    /** The same row, its reading moved on. */
    ReadingItem read(ReadingState to, Optional<Claim> holder) {
        return new ReadingItem(study, urgency, to, holder, listing, order);
    }

    /** The same row, late and ranked among urgent work. */
    ReadingItem risen() {
        Urgency late = new Urgency(
                urgency.priority(),
                urgency.isStated(),
                urgency.receivedAt(),
                urgency.deadline(),
                ReadingPriority.URGENT);
        return new ReadingItem(study, late, state, claim, listing, order);
    }

    /** Whether this is the row of {@code id}. */
    public boolean isOf(Id id) {
        return study.uid().equals(id.study()) && study.facility().equals(id.facility());
    }

    /** Identity of the row. */
    public Id id() {
        return new Id(study.facility(), study.uid());
    }
}
