package org.candela.shell;

/** What a monitor is for. */
public enum ScreenRole {
    /** Images; the left of two. */
    DIAGNOSTIC_LEFT,
    /** Images; the right of two. */
    DIAGNOSTIC_RIGHT,
    /** Worklist, report, readiness and display QA. There is always one. */
    WORK,
    /** Left alone. */
    SPARE;

    /** Whether images are read there. */
    public boolean isDiagnostic() {
        return this == DIAGNOSTIC_LEFT || this == DIAGNOSTIC_RIGHT;
    }
}
