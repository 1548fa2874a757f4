package org.candela.study;

import java.time.LocalDateTime;
import java.util.Optional;
import org.candela.base.Uid;

/**
 * What names a study, here and at its facility.
 *
 * @param uid Study Instance UID
 * @param accessionNumber order number; may be empty
 * @param dateTime Study Date and Time, local to the facility; midnight when only the date is known
 * @param description Study Description; may be empty
 * @param referringPhysician in DICOM form; may be empty
 */
public record StudyIdentity(
        Uid uid,
        Patient patient,
        String accessionNumber,
        Optional<LocalDateTime> dateTime,
        String description,
        String referringPhysician) {
    @Override
    public String toString() {
        return "StudyIdentity[" + UidHash.of(uid) + "]";
    }
}
