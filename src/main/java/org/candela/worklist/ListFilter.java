package org.candela.worklist;

import java.time.Instant;
import java.util.Optional;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;

/**
 * Which rows of the list are wanted.
 *
 * @param text words that must all occur in the row; blank for any
 * @param whose whose work it is
 * @param facility of this facility alone; empty for all, as with what follows
 * @param modality among its modalities
 * @param state where its reading stands
 * @param time how its deadline stands
 */
// [impl->req~worklist.filter~1]
public record ListFilter(
        String text,
        Whose whose,
        Optional<FacilityId> facility,
        Optional<String> modality,
        Optional<ReadingPriority> priority,
        Optional<ReadingState> state,
        Time time) {
    /** All rows. */
    public static final ListFilter ALL = new ListFilter(
            "", Whose.ALL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Time.ANY);

    /** Whose work a study is. */
    public enum Whose {
        ALL,
        /** This reader's: held, or signed preliminarily. */
        MINE,
        /** Nobody's yet. */
        POOL,
        /** Another reader's. */
        OTHERS
    }

    /** How a deadline stands. */
    public enum Time {
        ANY,
        /** Still to be read, and the time is over. */
        OVERDUE
    }

    /**
     * What is known of the one who asks.
     *
     * @param reader id of the reader; blank: whatever is held here is the reader's
     */
    public record Desk(String reader, ClaimStandings standings, Instant now) {}

    /** The same filter for other words. */
    public ListFilter withText(String other) {
        return new ListFilter(other, whose, facility, modality, priority, state, time);
    }

    /** The same filter for other work. */
    public ListFilter withWhose(Whose other) {
        return new ListFilter(text, other, facility, modality, priority, state, time);
    }

    /** The same filter for another facility. */
    public ListFilter withFacility(Optional<FacilityId> other) {
        return new ListFilter(text, whose, other, modality, priority, state, time);
    }

    /** The same filter for another modality. */
    public ListFilter withModality(Optional<String> other) {
        return new ListFilter(text, whose, facility, other, priority, state, time);
    }

    /** The same filter for another priority. */
    public ListFilter withPriority(Optional<ReadingPriority> other) {
        return new ListFilter(text, whose, facility, modality, other, state, time);
    }

    /** The same filter for another state. */
    public ListFilter withState(Optional<ReadingState> other) {
        return new ListFilter(text, whose, facility, modality, priority, other, time);
    }

    /** The same filter for another standing of the deadline. */
    public ListFilter withTime(Time other) {
        return new ListFilter(text, whose, facility, modality, priority, state, other);
    }

    /** Whether it wants a row, but for its words, which {@link RowSearch} looks for. */
    public boolean wants(ReadingItem item, Desk desk) {
        return facility.filter(id -> !id.equals(item.study().facility())).isEmpty()
                && modality.filter(name -> !item.study().modalities().contains(name))
                        .isEmpty()
                && priority.filter(asked -> asked != item.urgency().priority()).isEmpty()
                && state.filter(asked -> asked != item.state()).isEmpty()
                && (time == Time.ANY || isOverdue(item, desk.now()))
                && isOf(item, desk);
    }

    private static boolean isOverdue(ReadingItem item, Instant now) {
        return item.state().isOpenWork() && now.isAfter(item.urgency().deadline());
    }

    private boolean isOf(ReadingItem item, Desk desk) {
        return switch (whose) {
            case ALL -> true;
            case MINE -> isHeldBy(item, desk) && !isTaken(item, desk);
            case POOL -> item.state() == ReadingState.READY && !isTaken(item, desk);
            case OTHERS -> isTaken(item, desk) || (item.claim().isPresent() && !isHeldBy(item, desk));
        };
    }

    private static boolean isTaken(ReadingItem item, Desk desk) {
        return desk.standings().of(item.id()).isTaken();
    }

    private static boolean isHeldBy(ReadingItem item, Desk desk) {
        return item.claim()
                .filter(claim -> desk.reader().isBlank() || claim.reader().equals(desk.reader()))
                .isPresent();
    }
}
