package org.candela.displayqa.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.candela.base.ScreenId;
import org.candela.displayqa.watch.LutWatchdog.Seen;
import org.candela.displayqa.watch.LutWatchdog.State;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;

/**
 * Whether the graphics LUTs of the displays that images are read from are those their tables need, as the watch saw last;
 * answers at once, also during a run. What could not be looked at is never ready.
 */
// [impl->req~displayqa.watchdog~1]
// [impl->req~displayqa.ramp-kept~1]
public final class LutAlarmCheck implements ReadinessCheck {
    private static final String ID = "display.lut-alarm";
    private static final String TITLE = "Greys between checks";

    private final Function<ScreenId, Optional<Seen>> sight;
    private final Supplier<List<ScreenId>> which;

    /**
     * @param sight how a display was seen, at once
     * @param which displays in use for reading now
     */
    public LutAlarmCheck(Function<ScreenId, Optional<Seen>> sight, Supplier<List<ScreenId>> which) {
        this.sight = sight;
        this.which = which;
    }

    @Override
    public ReadinessItem evaluate() {
        return which.get().stream()
                .map(this::item)
                .min(Comparator.comparing(ReadinessItem::status))
                .orElseGet(() -> ReadinessItem.ready(ID, TITLE, "No display is in use."));
    }

    private ReadinessItem item(ScreenId display) {
        Seen seen = sight.apply(display).orElse(new Seen(State.UNREADABLE, "Nobody has looked at it yet."));
        String found = "Graphics LUT of " + display + ": " + seen.words();
        return switch (seen.state()) {
            case NOT_NEEDED, INTACT -> ReadinessItem.ready(ID, TITLE, "No graphics LUT was replaced.");
            case REPLACED, UNKNOWN ->
                new ReadinessItem(
                        ID,
                        TITLE,
                        Status.BLOCKED,
                        found,
                        "Restore it (Ctrl+Shift+G); if it comes again, switch off what changes colours.");
            case WITHOUT_EFFECT -> new ReadinessItem(ID, TITLE, Status.NOT_ASSESSED, found, "");
            case UNREADABLE ->
                new ReadinessItem(
                        ID, TITLE, Status.NOT_ASSESSED, found, "Check again; see whether the display answers.");
        };
    }
}
