package org.candela.report;

import java.time.LocalDate;
import java.util.List;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;

/**
 * What a report is about: the study at its facility, with everything the report and its delivery need, so that a draft
 * can be finished while the facility cannot be reached.
 *
 * @param priorDates study dates of the earlier examinations known for this patient, in any order
 */
public record ReportedStudy(
        FacilityId facility,
        Uid studyInstanceUid,
        ReportedPatient patient,
        ReportedOrder order,
        List<LocalDate> priorDates) {
    public ReportedStudy {
        priorDates = List.copyOf(priorDates);
    }

    /** The facility's id as text, for rooms that do not know facilities. */
    public String facilityName() {
        return facility.value();
    }
}
