package org.candela.report;

/** A measurement written into a field, with the way back to the image it was made on. */
public record InsertedMeasurement(String fieldId, LinkedMeasurement measurement) {}
