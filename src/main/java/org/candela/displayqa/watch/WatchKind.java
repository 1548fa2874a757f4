package org.candela.displayqa.watch;

/** What is watched on a display. */
public enum WatchKind {
    GRAPHICS_LUT,
    /** A graphics LUT that a killed program left behind. */
    RAMP_LEFT_BEHIND,
    MONITOR_SETTINGS,
    AMBIENT_LIGHT
}
