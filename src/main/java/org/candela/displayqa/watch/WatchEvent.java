package org.candela.displayqa.watch;

import java.time.Instant;
import org.candela.base.ScreenId;

/**
 * One thing the watch saw, as it is kept.
 *
 * @param found one sentence with its figures
 */
public record WatchEvent(ScreenId display, WatchKind kind, Event event, WatchCause cause, String found, Instant at) {
    /** What it means for the display. */
    public enum Event {
        ALARM,
        ALL_CLEAR,
        /** Nothing to act on, but worth knowing later. */
        NOTE
    }
}
