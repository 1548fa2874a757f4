package org.candela.dicom.object.structured;

/**
 * A line of a document as it is shown.
 *
 * @param depth how far it is indented, from 0
 * @param text without line ends; never empty
 */
public record ReportLine(int depth, Kind kind, String text) {
    /** What the line is. */
    public enum Kind {
        HEADING,
        ITEM,
        /** About the document or the reading of it, not part of its content. */
        REMARK
    }
}
