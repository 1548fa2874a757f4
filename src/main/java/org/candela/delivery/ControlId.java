package org.candela.delivery;

import java.util.Locale;
import org.candela.base.Sha256;
import org.candela.report.SignedReport;

/**
 * Message control id (MSH-10), the receiver's means to know a message again: at most 20 characters in HL7 v2.5.1.
 *
 * <p>Derived from the report and its version, so that a version can never have two.
 */
record ControlId(String value) {
    private static final int LENGTH = 20;

    static ControlId of(SignedReport report) {
        String version = report.id().value() + "/" + report.version();
        return new ControlId("C" + Sha256.hex(version).substring(0, LENGTH - 1).toUpperCase(Locale.ROOT));
    }
}
