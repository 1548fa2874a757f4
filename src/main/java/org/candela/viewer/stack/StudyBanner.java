package org.candela.viewer.stack;

import java.time.LocalDate;
import java.util.Optional;
import org.candela.base.Uid;

/**
 * Whose images these are and what they are; on every screen, with every image.
 *
 * @param studyUid Study Instance UID
 * @param patientName as in the file ({@code Family^Given})
 * @param sex as in the file; empty when not stated
 * @param accession accession number; empty when not stated
 * @param isSynthetic made by software for tests and demonstrations, never of a patient
 */
public record StudyBanner(
        Uid studyUid,
        String patientName,
        String patientId,
        Optional<LocalDate> birthDate,
        String sex,
        Optional<LocalDate> studyDate,
        String description,
        String accession,
        boolean isSynthetic) {
    /** Holds nothing of the patient, so that no log or message can. */
    @Override
    public String toString() {
        return "StudyBanner[withheld]";
    }
}
