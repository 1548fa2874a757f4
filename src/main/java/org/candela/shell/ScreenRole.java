package org.candela.shell;

import java.util.List;
import java.util.stream.Stream;

/** What a monitor is for. */
public enum ScreenRole {
    /** Images; the left of two or more. */
    DIAGNOSTIC_LEFT,
    /** Images; the right of two, the second of more. */
    DIAGNOSTIC_RIGHT,
    /** Images beside those two. */
    DIAGNOSTIC_THIRD,
    /** Images beside those three. */
    DIAGNOSTIC_FOURTH,
    /** Worklist, report, readiness and display QA. There is always one. */
    WORK,
    /** Left alone. */
    SPARE;

    /** Whether images are read there. */
    public boolean isDiagnostic() {
        return compareTo(WORK) < 0;
    }

    /** The panel of images that belongs on a diagnostic monitor, from 0. */
    public int panel() {
        if (!isDiagnostic()) {
            throw new IllegalStateException("no images on " + this);
        }
        return diagnostic().indexOf(this);
    }

    /** Those for images, in the order of their panels. */
    public static List<ScreenRole> diagnostic() {
        return Stream.of(values()).filter(ScreenRole::isDiagnostic).toList();
    }
}
