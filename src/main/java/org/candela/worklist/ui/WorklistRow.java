package org.candela.worklist.ui;

import org.candela.facility.ReadingPriority;
import org.candela.worklist.ReadingItem;

/**
 * What a row shows, as text.
 *
 * @param due {@code "in 12 min"} or {@code "overdue 3 min"}; a dash when the report is signed
 * @param state with whose claim it is; a claim kept only here says so
 * @param reason why the row stands where it stands
 */
public record WorklistRow(
        ReadingItem item,
        ReadingPriority priority,
        String due,
        Lateness lateness,
        Origin origin,
        String patient,
        String modality,
        String description,
        String state,
        String reason) {

    /** How the time that was promised stands. */
    public enum Lateness {
        ON_TIME,
        /** Three quarters of the promised time are gone. */
        SOON,
        OVER
    }

    /** How far the row can be trusted to be what the facility has now. */
    public enum Actuality {
        CURRENT,
        /** The facility does not answer. */
        STALE,
        /** The facility answers and lists the study no longer. */
        WITHDRAWN
    }

    /** Whose study it is, and whether that is of now. */
    public record Origin(String facility, Actuality actuality) {}
}
