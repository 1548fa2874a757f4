package org.candela.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.CalibrationProfile;
import org.candela.displayqa.QaStanding;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.practice.ClaimQuestion;
import org.candela.shell.DeskPlan;
import org.candela.shell.DeskScreen;
import org.candela.store.StoreException;

/**
 * Whether the displays of this desk may show breast images for diagnosis: every diagnostic one has 5 million pixels and passed a
 * standard for mammography, by a real meter, not too long ago. Seated on the FX thread; asked on any that may wait for the disk.
 */
// [impl->req~app.mammography~1]
final class MammographyDesk implements Supplier<ClaimQuestion.Desk> {
    private static final long PIXELS = 5_000_000;
    private static final List<String> STANDARDS =
            List.of("mqsa", "acr-aapm-siim-mammography", "tg270-mammography", "ranzcr-mammography");

    private final QaLedger ledger;
    private final Clock clock;
    private final List<CalibrationProfile> standards;
    private volatile List<Panel> panels = List.of();

    private record Panel(ScreenId id, String name, long pixels) {}

    /** What is known of one panel. */
    private record Fitness(boolean isFit, String text) {}

    MammographyDesk(QaLedger ledger, Clock clock) throws CalibrationException {
        this.ledger = ledger;
        this.clock = clock;
        List<CalibrationProfile> known = new ArrayList<>();
        for (String id : STANDARDS) {
            known.add(CalibrationProfile.shipped(id));
        }
        this.standards = List.copyOf(known);
    }

    /** From now on these are the displays. */
    void seat(DeskPlan plan) {
        panels = plan.placements().stream()
                .filter(placement -> placement.role().isDiagnostic())
                .map(placement -> panel(placement.screen()))
                .toList();
    }

    private static Panel panel(DeskScreen screen) {
        double scale = screen.renderScale() * screen.renderScale();
        long pixels = Math.round(screen.area().width() * screen.area().height() * scale);
        return new Panel(screen.id(), screen.name(), pixels);
    }

    @Override
    public ClaimQuestion.Desk get() {
        if (panels.isEmpty()) {
            return new ClaimQuestion.Desk(false, "no diagnostic display is known here");
        }
        List<Fitness> all = panels.stream().map(this::fitness).toList();
        return new ClaimQuestion.Desk(
                all.stream().allMatch(Fitness::isFit),
                all.stream().map(Fitness::text).collect(Collectors.joining("; ")));
    }

    private Fitness fitness(Panel panel) {
        String size = String.format(Locale.ROOT, "%s: %.1f MP", panel.name(), panel.pixels() / 1e6);
        if (panel.pixels() < PIXELS) {
            return new Fitness(false, size + ", 5 MP are needed");
        }
        try {
            Optional<QaStanding> passed = passed(panel.id());
            return passed.map(standing -> new Fitness(true, size + ", " + standing.reason()))
                    .orElseGet(() -> new Fitness(false, size + ", passed no standard for mammography"));
        } catch (StoreException e) {
            return new Fitness(false, size + ", the QA ledger cannot be read (" + e.code() + ")");
        }
    }

    private Optional<QaStanding> passed(ScreenId display) throws StoreException {
        return QaStanding.all(ledger, display, standards, clock.instant()).stream()
                .filter(standing -> standing.state() == QaStanding.State.IN_ORDER)
                .findFirst();
    }
}
