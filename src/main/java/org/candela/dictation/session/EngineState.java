package org.candela.dictation.session;

/** How far the speech engine of a session is. */
public enum EngineState {
    /** Nobody needed it yet, or it is being loaded. */
    NOT_LOADED,
    /** Loaded: what is said is transcribed at once. */
    LOADED,
    /** There is none; what is said is kept and waits. */
    MISSING,
    /** It is there and failed when it was last needed. */
    FAILED
}
