package org.candela.dicom.object.structured;

import java.util.Optional;
import org.candela.dicom.object.ObjectReference;

/**
 * A line of a document as it is shown.
 *
 * @param depth how far it is indented, from 0
 * @param text without line ends; never empty
 * @param image the image it speaks of, where it names one
 */
public record ReportLine(int depth, Kind kind, String text, Optional<ObjectReference> image) {
    /** A line that names no image. */
    public ReportLine(int depth, Kind kind, String text) {
        this(depth, kind, text, Optional.empty());
    }

    /** What the line is. */
    public enum Kind {
        HEADING,
        ITEM,
        /** About the document or the reading of it, not part of its content. */
        REMARK
    }
}
