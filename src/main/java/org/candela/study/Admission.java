package org.candela.study;

import org.candela.base.Uid;

/** What became of one object that was offered to the library. */
public record Admission(Outcome outcome, Uid study, Uid sopInstanceUid) {

    /** Closed set of outcomes that are no failure. */
    public enum Outcome {
        /** New here; now on disk and listed. */
        ADMITTED,
        /** Here already, byte for byte. */
        ALREADY_HERE,
        /** Here already with other bytes; the first one stays, the new one was not kept. */
        DIFFERENT_BYTES
    }
}
