package org.candela.report;

/**
 * A measurement written into a field.
 *
 * @param span where it stands in the text of the field; {@link TextSpan#NONE} when it was written over or is not known
 */
public record InsertedMeasurement(String fieldId, LinkedMeasurement measurement, TextSpan span) {
    /** One whose place in the text is not known. */
    public InsertedMeasurement(String fieldId, LinkedMeasurement measurement) {
        this(fieldId, measurement, TextSpan.NONE);
    }
}
