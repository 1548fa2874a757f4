package org.candela.report;

import java.time.LocalDate;
import org.candela.base.Uid;

/**
 * An earlier examination of the patient of a report, as far as it is known to be the patient's.
 *
 * @param study Study Instance UID
 * @param examination modality and description, as {@code CT chest}
 * @param facility which has it; empty for one that is here
 */
public record ReportedPrior(Uid study, LocalDate date, String examination, String facility, Whereabouts whereabouts) {
    /** Where its images are. */
    public enum Whereabouts {
        /** On this workstation. */
        HERE("here"),
        /** To be had, and not asked for. */
        NOT_BROUGHT("not brought here"),
        /** On a slow medium of its facility. */
        NEARLINE("slow to come"),
        /** Somebody would have to fetch it by hand. */
        OFFLINE("offline"),
        /** The facility says that it cannot be had, and not why. */
        UNAVAILABLE("its facility gives no reason");

        private final String words;

        Whereabouts(String words) {
            this.words = words;
        }
    }

    /** Whether it is on this workstation. */
    public boolean isHere() {
        return whereabouts == Whereabouts.HERE;
    }

    /** {@code "CT chest of 2025-03-04"}; a stop within the description would end the sentence it stands in. */
    String words() {
        return examination.replace(". ", " ") + " of " + date;
    }

    /** {@code "MR brain of 2024-01-02 at north (offline)"}. */
    public String wordsWithPlace() {
        return words() + (facility.isEmpty() ? "" : " at " + facility) + " (" + whereabouts.words + ")";
    }
}
