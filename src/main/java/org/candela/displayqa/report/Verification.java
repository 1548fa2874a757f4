package org.candela.displayqa.report;

/**
 * What a check of a report file found.
 *
 * @param keyFingerprint of the key that signed, to be compared with the one that the workstation's owner gave; empty when
 *     there is none
 * @param firstChange the first field that is not as it was signed, with its present value; empty when nothing changed
 */
public record Verification(QaReport.Check check, String keyFingerprint, String firstChange) {
    static Verification unchanged(String keyFingerprint) {
        return new Verification(QaReport.Check.UNCHANGED, keyFingerprint, "");
    }

    static Verification changed(String keyFingerprint, String firstChange) {
        return new Verification(QaReport.Check.CHANGED, keyFingerprint, firstChange);
    }

    static Verification noReport() {
        return new Verification(QaReport.Check.NOT_A_REPORT, "", "");
    }

    boolean isUnchanged() {
        return check == QaReport.Check.UNCHANGED;
    }
}
