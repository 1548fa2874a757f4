package org.candela.dicom.validate;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** The standard forbids it. */
    ERROR,
    /** The standard allows it, or the tables here are too old to tell; readers may stumble. */
    WARNING,
    /** Allowed, and worth knowing. */
    NOTE;

    /** As a line of text has it: {@code "error"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
