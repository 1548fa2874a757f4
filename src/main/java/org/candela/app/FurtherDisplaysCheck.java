package org.candela.app;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.candela.base.ScreenId;
import org.candela.displayqa.DisplayStandingCheck;
import org.candela.displayqa.DisplayStandingCheck.Watched;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;

/**
 * Whether the diagnostic displays beside the first two are fit to be read from: as the worst of them stands.
 *
 * @param which those in use now; most desks have none
 */
record FurtherDisplaysCheck(Supplier<List<ScreenId>> which, House.Displays displays, Clock clock)
        implements ReadinessCheck {
    private static final String TITLE = "Further diagnostic displays";

    @Override
    public ReadinessItem evaluate() {
        return which.get().stream()
                .map(screen -> new DisplayStandingCheck(
                                displays.ledger(), clock, new Watched(screen, TITLE, displays.retest()))
                        .evaluate())
                .min(Comparator.comparing(ReadinessItem::status))
                .orElseGet(() -> ReadinessItem.ready("display.none.FURTHER", TITLE, "Not part of this desk."));
    }
}
