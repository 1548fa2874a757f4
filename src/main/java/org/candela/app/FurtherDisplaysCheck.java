package org.candela.app;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return answers().stream()
                .min(Comparator.comparing(ReadinessItem::status))
                .orElseThrow();
    }

    /** For each standard the worst display. */
    @Override
    public List<ReadinessItem> answers() {
        Map<Set<String>, ReadinessItem> worst = new LinkedHashMap<>();
        which.get().stream()
                .map(screen -> new DisplayStandingCheck(
                        displays.ledger(), clock, new Watched(screen, TITLE, displays.standards())))
                .flatMap(check -> check.answers().stream())
                .forEach(item -> worst.merge(item.holdsFor(), item, FurtherDisplaysCheck::worse));
        return worst.isEmpty()
                ? List.of(ReadinessItem.ready("display.none.FURTHER", TITLE, "Not part of this desk."))
                : List.copyOf(worst.values());
    }

    private static ReadinessItem worse(ReadinessItem one, ReadinessItem other) {
        return other.status().compareTo(one.status()) < 0 ? other : one;
    }
}
