package org.candela.critical;

import org.candela.base.Uid;
import org.candela.facility.FacilityId;

/**
 * The examination with a critical finding, and as much of the patient as a caller must say on the telephone.
 *
 * @param patientName PN; may be blank
 * @param patientId may be blank
 * @param accession Accession Number; may be blank
 * @param examination as {@code "CT Chest"}; may be blank
 */
public record CriticalSubject(
        FacilityId facility, Uid study, String patientName, String patientId, String accession, String examination) {
    private static final int LONGEST = 400;

    public CriticalSubject {
        for (String part : new String[] {patientName, patientId, accession, examination}) {
            if (part.length() > LONGEST) {
                throw new IllegalArgumentException("no more than " + LONGEST + " characters in one part");
            }
        }
    }

    /** Without the patient, for logs. */
    @Override
    public String toString() {
        return "CriticalSubject[" + facility + "]";
    }
}
