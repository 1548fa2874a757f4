package org.candela.report;

import java.time.LocalDate;
import java.util.List;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;

/**
 * What a report is about: the study at its facility, with everything the report and its delivery need, so that a draft
 * can be finished while the facility cannot be reached.
 *
 * @param priors earlier examinations known for this patient, here or not
 */
public record ReportedStudy(
        FacilityId facility,
        Uid studyInstanceUid,
        ReportedPatient patient,
        ReportedOrder order,
        ReportedPriors priors) {
    /** Study dates of the earlier examinations that are here, in any order. */
    public List<LocalDate> priorDates() {
        return priors.datesHere();
    }

    /** The facility's id as text, for rooms that do not know facilities. */
    public String facilityName() {
        return facility.value();
    }
}
