package org.candela.app;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.candela.shell.ReadingDesk;
import org.candela.ui.FxWatchdog;

/** Which times of the FX thread a reader may lose. */
final class Holds {
    /**
     * When windows are shown, hidden and filled anew, and when a case is opened, the toolkit styles hundreds of nodes at once
     * and waits for its own renderer; that happens when a monitor comes or goes, not while one reads.
     */
    static final Duration AT_CHANGES = Duration.ofMillis(400);

    private static final Set<String> CHANGES = Set.of(ReadingDesk.class.getName());

    private Holds() {}

    /** Those longer than they may be. */
    static List<FxWatchdog.Hold> tooLong(FxWatchdog watchdog) {
        return tooLong(watchdog, FxWatchdog.LIMIT);
    }

    /**
     * One slow turn at one place is the machine's, as when the just-in-time compiler takes a method back; what is slow twice,
     * or slower than this, is ours.
     */
    private static final Duration ONCE = Duration.ofMillis(50);

    /** The same where the reader's work itself may take {@code atWork} at a time. */
    static List<FxWatchdog.Hold> tooLong(FxWatchdog watchdog, Duration atWork) {
        List<FxWatchdog.Hold> held = watchdog.holds().stream()
                .filter(hold -> hold.busy().compareTo(isChange(hold) ? AT_CHANGES : atWork) > 0)
                .toList();
        return held.stream()
                .filter(hold -> hold.busy().compareTo(ONCE) > 0
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

    private static boolean isChange(FxWatchdog.Hold hold) {
        return hold.stack().stream()
                .anyMatch(frame -> CHANGES.contains(frame.getClassName())
                        || frame.getMethodName().equals("updateBuffer")
                        || frame.getMethodName().equals("resized"));
    }
}
