package org.candela.report;

/** What a signature says about a version of a report. */
public enum SignatureMeaning {
    /** Read and released for immediate use; a final version follows. */
    PRELIMINARY,
    /** Read, complete and authoritative. */
    FINAL
}
