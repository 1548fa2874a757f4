package org.candela.displayqa.watch;

/** Why somebody looked. */
public enum WatchCause {
    START,
    /** Every second or so, whatever happens. */
    CLOCK,
    /** A window of ours came to the front, so one of another program may have been there. */
    FOCUS,
    /** The computer or its monitors slept. */
    RESUME,
    DISPLAYS_CHANGED,
    /** A display was measured. */
    RUN,
    /** The reader asked for it. */
    READER
}
