package org.candela.report;

/** What a signature says about a version of a report. */
public enum SignatureMeaning {
    /** Read and released for immediate use; a final version follows. */
    PRELIMINARY,
    /** Read, complete and authoritative. */
    FINAL,
    /** Something is added to a report that stays as it was signed. */
    ADDENDUM,
    /** The report stands corrected: this version takes the place of the ones before it. */
    CORRECTED,
    /** The report is of another patient or order than the one it was sent for: what was sent is wrong as a whole. */
    WITHDRAWN;

    /** Whether a version of this meaning may be the first of its report. */
    public boolean mayBegin() {
        return this == PRELIMINARY || this == FINAL;
    }

    /** Whether a version of this meaning may come right after one of {@code before}. */
    // [impl->req~report.versions~1]
    public boolean mayFollow(SignatureMeaning before) {
        return switch (this) {
            case PRELIMINARY -> before == WITHDRAWN;
            case FINAL -> before == PRELIMINARY || before == WITHDRAWN;
            case ADDENDUM, CORRECTED -> before.isComplete();
            case WITHDRAWN -> before != WITHDRAWN;
        };
    }

    /** Whether a report whose newest version has this meaning is complete and only to be amended. */
    public boolean isComplete() {
        return this == FINAL || this == ADDENDUM || this == CORRECTED;
    }

    /** Whether such a version changes one that was signed before and says what it changes. */
    public boolean isAmendment() {
        return this == ADDENDUM || this == CORRECTED || this == WITHDRAWN;
    }
}
