package org.candela.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.candela.base.Uid;

/**
 * One study that was written.
 *
 * @param facility folder name and id of the facility that has it: {@code "north"} or {@code "south"}
 * @param isPrior whether it is the earlier one of its pair
 * @param order what the facility's list says beyond the files
 * @param files its DICOM files
 */
public record SyntheticStudy(
        String facility, Uid uid, String modality, boolean isPrior, StudyOrder order, List<Path> files) {
    public SyntheticStudy {
        files = List.copyOf(files);
    }

    /**
     * What an order adds to a study.
     *
     * @param priority term of Requested Procedure Priority (0040,1003): STAT, HIGH or ROUTINE
     * @param receivedAt when the study was complete at the facility
     */
    public record StudyOrder(String priority, Instant receivedAt) {}
}
