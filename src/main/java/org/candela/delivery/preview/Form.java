package org.candela.delivery.preview;

/** What a report becomes. */
public enum Form {
    /** HL7 v2 ORU^R01, by the facility's mapping. */
    HL7,
    /** Basic Text SR, as a tree. */
    SR,
    /** FHIR R4 transaction. */
    FHIR,
    /** A4 pages. */
    PDF
}
