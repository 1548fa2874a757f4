package org.candela.dicom.object.region;

import java.util.List;
import org.candela.base.Uid;

/**
 * A radiotherapy structure set (PS3.3 A.19): regions of interest as contours in the patient.
 *
 * <p>Immutable.
 *
 * @param label may be empty
 * @param regions in the order of the file
 * @param warnings what could not be understood; in English and without patient data
 */
public record StructureSet(Uid sopInstanceUid, String label, List<RegionOfInterest> regions, List<String> warnings) {
    public StructureSet {
        regions = List.copyOf(regions);
        warnings = warnings.stream().distinct().toList();
    }
}
