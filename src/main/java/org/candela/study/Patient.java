package org.candela.study;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whose images these are.
 *
 * @param id Patient ID (0010,0020); empty when the file has none
 * @param issuer Issuer of Patient ID (0010,0021); empty when not stated
 * @param name Patient's Name (0010,0010) in DICOM form, {@code "DOE^JANE"}; may be empty
 * @param sex M, F, O or empty
 */
public record Patient(String id, String issuer, String name, Optional<LocalDate> birthDate, String sex) {
    /** Whether both are certainly one person: same non-empty id from the same issuer. Never by name alone. */
    public boolean isSamePersonAs(Patient other) {
        return !id.isEmpty() && id.equals(other.id) && issuer.equals(other.issuer);
    }

    /** Holds nothing of the patient, so that no log or message can. */
    @Override
    public String toString() {
        return "Patient[withheld]";
    }
}
