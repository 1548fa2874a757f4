package org.candela.app;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.candela.base.ScreenId;
import org.candela.displayqa.DisplayStandingCheck;
import org.candela.displayqa.DisplayStandingCheck.Watched;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;

/**
 * Whether the display that does one job of the desk now may be read from; it may be another one tomorrow.
 *
 * @param job what it is for
 * @param display which one it is now; empty where none does it
 */
record DiagnosticDisplayCheck(Job job, Supplier<Optional<ScreenId>> display, House.Displays displays, Clock clock)
        implements ReadinessCheck {
    /** Jobs of diagnostic displays. */
    enum Job {
        /** Every desk has one, be it the only display. */
        LEFT("Left diagnostic display"),
        /** Small desks go without. */
        RIGHT("Right diagnostic display");

        private final String title;

        Job(String title) {
            this.title = title;
        }
    }

    @Override
    public ReadinessItem evaluate() {
        return answers().stream()
                .min(Comparator.comparing(ReadinessItem::status))
                .orElseThrow();
    }

    @Override
    public List<ReadinessItem> answers() {
        return display.get()
                .map(screen -> new DisplayStandingCheck(
                                displays.ledger(), clock, new Watched(screen, job.title, displays.standards()))
                        .answers())
                .orElseGet(() -> List.of(none()));
    }

    private ReadinessItem none() {
        String id = "display.none." + job;
        return switch (job) {
            case LEFT ->
                new ReadinessItem(
                        id,
                        job.title,
                        Status.BLOCKED,
                        "No diagnostic display is known here yet.",
                        "Open Candela once at this desk, then calibrate its displays.");
            case RIGHT -> ReadinessItem.ready(id, job.title, "Not part of this desk.");
        };
    }
}
