package org.candela.displayqa.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.candela.base.ScreenId;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;

/** Whether the watch has an alarm about a display that images are read from; answers at once, also during a run. */
// [impl->req~displayqa.watchdog~1]
public final class LutAlarmCheck implements ReadinessCheck {
    private static final String ID = "display.lut-alarm";
    private static final String TITLE = "Greys between checks";

    private final LutWatchdog watchdog;
    private final Supplier<List<ScreenId>> which;

    /** @param which displays in use for reading now */
    public LutAlarmCheck(LutWatchdog watchdog, Supplier<List<ScreenId>> which) {
        this.watchdog = watchdog;
        this.which = which;
    }

    @Override
    public ReadinessItem evaluate() {
        for (ScreenId display : which.get()) {
            Optional<String> alarm = watchdog.alarm(display);
            if (alarm.isPresent()) {
                return new ReadinessItem(
                        ID,
                        TITLE,
                        Status.BLOCKED,
                        "Graphics LUT of " + display + ": " + alarm.orElseThrow(),
                        "Restore it (Ctrl+Shift+G); if it comes again, switch off what changes colours.");
            }
        }
        return ReadinessItem.ready(ID, TITLE, "No graphics LUT was replaced.");
    }
}
