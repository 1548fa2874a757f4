package org.candela.dicom.object.region;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.candela.base.Uid;
import org.candela.dicom.object.ObjectReference;
import org.candela.image.SlicePlane;

/**
 * A frame of a segmentation.
 *
 * @param index from 0
 * @param segment the segment it is of; empty in a label map, whose values are segments
 * @param sources images it was derived from; may be empty
 * @param plane where it lies; empty where that is not stated
 */
public record SegmentFrame(int index, OptionalInt segment, List<ObjectReference> sources, Optional<SlicePlane> plane) {
    public SegmentFrame {
        sources = List.copyOf(sources);
    }

    /** Whether it was derived from frame {@code frame}, from 1, of {@code image}. */
    public boolean isOf(Uid image, int frame) {
        return ObjectReference.anyIncludes(sources, image, frame);
    }
}
