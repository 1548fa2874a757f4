package org.candela.app;

import java.time.Duration;
import java.util.List;
import org.candela.ui.FxWatchdog;

/** Which times of the FX thread a reader may lose. */
final class Holds {
    /**
     * What the toolkit may do at one go when windows are shown, hidden and filled anew: it styles hundreds of nodes and waits
     * for its own renderer. That happens when a monitor comes or goes, not while one reads; 166 ms were seen, on a machine
     * with five times as much to do as it has processors.
     */
    static final Duration AT_CHANGES = Duration.ofMillis(250);

    private Holds() {}

    /**
     * One slow turn at one place is the machine's, as when the just-in-time compiler takes a method back; what is slow twice,
     * or slower than this, is ours.
     */
    private static final Duration ONCE = Duration.ofMillis(50);

    /** Those in which our own work, or the toolkit's, took longer than it may. */
    static List<FxWatchdog.Hold> tooLong(FxWatchdog watchdog) {
        List<FxWatchdog.Hold> held = watchdog.holds().stream()
                .filter(hold -> hold.ours().compareTo(FxWatchdog.LIMIT) > 0
                        || hold.busy().compareTo(AT_CHANGES) > 0)
                .toList();
        return held.stream()
                .filter(hold -> hold.ours().compareTo(ONCE) > 0
                        || hold.busy().compareTo(AT_CHANGES) > 0
                        || held.stream()
                                        .filter(other -> place(other).equals(place(hold)))
                                        .count()
                                > 1)
                .toList();
    }

    private static String place(FxWatchdog.Hold hold) {
        return hold.stack().isEmpty()
                ? ""
                : hold.stack().get(0).getClassName() + "." + hold.stack().get(0).getMethodName();
    }
}
