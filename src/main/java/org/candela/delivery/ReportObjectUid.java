package org.candela.delivery;

import java.math.BigInteger;
import org.candela.base.Sha256;
import org.candela.base.Uid;
import org.candela.report.SignedReport;

/**
 * SOP and Series Instance UIDs of what is made of a signed version: derived from it, so that it is the same object at each
 * attempt, and whoever receives it twice has it once (2.25 and 128 bits, PS3.5 Annex B.2).
 */
public final class ReportObjectUid {
    private static final int HEX_DIGITS = 32;
    private static final int HEX = 16;

    private ReportObjectUid() {}

    /** The structured report of a version. */
    public static Uid structured(SignedReport report) {
        return derived("sr/" + report.id().value() + "/" + report.version());
    }

    /** The series of all structured reports of a report. */
    public static Uid structuredSeries(SignedReport report) {
        return derived("sr-series/" + report.id().value());
    }

    /** The PDF of a version. */
    public static Uid document(SignedReport report) {
        return derived("pdf/" + report.id().value() + "/" + report.version());
    }

    /** The series of all PDFs of a report. */
    public static Uid documentSeries(SignedReport report) {
        return derived("pdf-series/" + report.id().value());
    }

    private static Uid derived(String name) {
        return new Uid("2.25." + new BigInteger(Sha256.hex(name).substring(0, HEX_DIGITS), HEX));
    }
}
