package org.candela.dicom.object.structured;

import java.time.LocalDateTime;
import java.util.List;
import org.candela.base.Uid;
import org.candela.dicom.object.Code;

/**
 * What is written as a TID 1500 Imaging Measurement Report.
 *
 * @param observer who measured, a person's name, not empty
 * @param created written to the second
 * @param procedure what was done (CID 100), {@link Concepts#IMAGING_PROCEDURE} where it is not known
 * @param groups at least one
 */
public record MeasurementReport(
        Uid sopInstanceUid, String observer, LocalDateTime created, Code procedure, List<MeasurementGroup> groups) {
    public MeasurementReport {
        groups = List.copyOf(groups);
        if (groups.isEmpty() || observer.isBlank()) {
            throw new IllegalArgumentException("a measurement report needs measurements and an observer");
        }
    }
}
