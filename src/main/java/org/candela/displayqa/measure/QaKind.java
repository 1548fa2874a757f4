package org.candela.displayqa.measure;

/** Kinds of entry of the QA ledger: why something was measured, or what was said later of a run. */
public enum QaKind {
    /** A table was made and proven by a second measuring pass. */
    CALIBRATION("Calibration and conformance"),
    /** All that a standard asks of a display before it is first read from. */
    ACCEPTANCE("Acceptance test"),
    /** The table in force was measured at 18 levels. */
    CONSTANCY("Constancy test"),
    /** Before a shift: white, black, and whether the graphics LUT is still the one calibrated with. */
    QUICK_CHECK("Pre-shift check"),
    /** One even field was measured at nine places. */
    UNIFORMITY("Uniformity test"),
    /** Patterns were looked at and questions answered. */
    VISUAL("Visual test"),
    /** The acceptance test again, after a repair or change. */
    AFTER_SERVICE("Test after service"),
    /** A run was cancelled or broke off: it proves nothing. */
    ABORTED("Run that broke off"),
    /** A run was judged later by another standard. */
    JUDGEMENT("Later judgement"),
    /** A run does not count, for a reason that is stated. */
    WITHDRAWAL("Withdrawal");

    private final String title;

    QaKind(String title) {
        this.title = title;
    }

    /** Whether something was measured or looked at to its end, so that the entry is a run. */
    public boolean isRun() {
        return this != JUDGEMENT && this != WITHDRAWAL && this != ABORTED;
    }

    /** Whether the contrast response at 18 levels or more was measured. */
    public boolean provesResponse() {
        return this == CALIBRATION || this == ACCEPTANCE || this == CONSTANCY || this == AFTER_SERVICE;
    }

    /** As reports name it. */
    public String title() {
        return title;
    }
}
