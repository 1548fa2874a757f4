package org.candela.report;

import java.time.LocalDateTime;
import org.candela.facility.ReadingPriority;

/**
 * The examination a report answers. Strings hold DICOM values and are empty when absent.
 *
 * @param accessionNumber (0008,0050): the facility's own number for the order; empty when the facility sent none
 * @param placerOrderNumber (0040,2016)
 * @param procedureCode code of the requested procedure, as in (0032,1064)
 * @param referringPhysician PN as in (0008,0090)
 * @param priority how soon the facility wants the report
 */
public record ReportedOrder(
        String accessionNumber,
        String placerOrderNumber,
        String procedureCode,
        String referringPhysician,
        Examination examination,
        ReadingPriority priority) {

    /**
     * What was done and when.
     *
     * @param modality DICOM modality, such as {@code CT}
     * @param description study description; may be empty
     * @param performedAt study date and time, local to the facility
     */
    public record Examination(String modality, String description, LocalDateTime performedAt) {}
}
