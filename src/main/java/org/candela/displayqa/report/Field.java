package org.candela.displayqa.report;

import org.candela.base.Sha256;

/**
 * One value of a report that bears no others, with the place where it stands.
 *
 * @param place a JSON pointer (RFC 6901), or row and column, or DICOM tags
 * @param value as it is written
 */
record Field(String place, String value) {
    private static final int SHOWN = 120;

    /** Hexadecimal digits of a field in a list of fields: enough to find a change, which SHA-256 over all proves. */
    static final int DIGITS = 8;

    /** The first {@value #DIGITS} hexadecimal digits of SHA-256 over place, line feed, value. */
    String digest() {
        return Sha256.hex(place + "\n" + value).substring(0, DIGITS);
    }

    /** Place and value, cut where it is long. */
    @Override
    public String toString() {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return place + " is now " + shown;
    }
}
