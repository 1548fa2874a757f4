package org.candela.report;

/**
 * Who signs.
 *
 * @param id the reader's number at the facilities (HL7 OBR-32.1.1); not blank
 */
public record Signer(String id, String familyName, String givenName) {
    public Signer {
        if (id.isBlank() || familyName.isBlank()) {
            throw new IllegalArgumentException("a signer has an id and a family name");
        }
    }

    /** The name as printed under a report. */
    public String printedName() {
        return (givenName + " " + familyName).strip();
    }
}
