package org.candela.study.prior;

import org.candela.study.OfferedStudy.Availability;
import org.candela.study.StudySummary;

/**
 * An earlier study that some facility has.
 *
 * @param match whose it is
 * @param availability whether it can be had now
 * @param isConfirmed whether the reader said that it is of the same person
 */
public record KnownPrior(StudySummary study, PriorMatch match, Availability availability, boolean isConfirmed) {
    /** Whether it counts as the same person's: surely, or because the reader said so. */
    public boolean isAccepted() {
        return match.sureness() == PriorMatch.Sureness.EXACT || isConfirmed;
    }
}
