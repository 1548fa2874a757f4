package org.candela.practice;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.candela.facility.FacilityId;

/**
 * The contract under which one reads for a facility.
 *
 * @param employerConsent when the main employer agreed in writing to outside practice; asked of moonlighting only
 * @param associateAgreement date of the HIPAA business associate agreement; empty where none is signed
 */
public record Engagement(
        FacilityId facility,
        Model model,
        Period period,
        Optional<LocalDate> employerConsent,
        Optional<LocalDate> associateAgreement)
        implements PracticeRecord {

    /** How one works. */
    public enum Model {
        /** Employed by the facility (W-2). */
        EMPLOYED,
        /** Beside another employment, by the hour or the day. */
        MOONLIGHTING,
        /** Independent contractor (1099), by the study. */
        CONTRACTOR;

        /** Whether a main employer has to agree. */
        public boolean needsConsent() {
            return this == MOONLIGHTING;
        }

        /** Whether claims after the end of a policy are the reader's own risk. */
        public boolean needsTail() {
            return this == CONTRACTOR;
        }
    }

    @Override
    public Kind kind() {
        return Kind.ENGAGEMENT;
    }

    @Override
    public String key() {
        return facility.value();
    }

    @Override
    public String text() {
        return "engagement with " + facility + ": " + terms();
    }

    /** How and how long. */
    String terms() {
        return model.name().toLowerCase(Locale.ROOT) + ", " + period;
    }
}
