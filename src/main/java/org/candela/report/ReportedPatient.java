package org.candela.report;

/**
 * Whom a report is about, as the facility knows the patient. Strings hold DICOM values and are empty when absent.
 *
 * @param name PN as in (0010,0010): family^given^middle^prefix^suffix
 * @param id (0010,0020)
 * @param issuer issuer of the id, (0010,0021)
 * @param birthDate DA, yyyymmdd
 * @param sex CS: M, F, O
 */
public record ReportedPatient(String name, String id, String issuer, String birthDate, String sex) {}
