package org.candela.dicom.object.region;

import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.DisplayColor;

/**
 * A segment (PS3.3 C.8.20.2).
 *
 * @param number from 1; 0 for the background of a label map
 * @param label what it is called
 * @param property what it is; empty when not stated
 * @param color recommended for display; empty when none is
 * @param origin how it was made
 */
public record Segment(
        int number, String label, Optional<Property> property, Optional<DisplayColor> color, Origin origin) {

    /** Category and type, as tissue and liver. */
    public record Property(Code category, Code type) {}

    /**
     * How a segment was made.
     *
     * @param algorithmType AUTOMATIC, SEMIAUTOMATIC or MANUAL; empty when not stated
     * @param algorithmName may be empty
     * @param trackingUid empty when not stated
     */
    public record Origin(String algorithmType, String algorithmName, Optional<Uid> trackingUid) {}
}
