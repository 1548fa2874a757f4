package org.candela.displayqa.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.candela.base.ScreenId;
import org.candela.displayqa.measure.QaKind;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.StoreException;

/**
 * Whether runs of some kinds are due, or soon will be, on the displays in use. It warns: that conformance has run out blocks
 * by {@link org.candela.displayqa.DisplayStandingCheck} already, and without a meter at hand nobody could read otherwise.
 */
// [impl->req~displayqa.schedule~1]
// [impl->req~displayqa.pre-shift~1]
public final class QaDueCheck implements ReadinessCheck {
    private static final Comparator<DueRun> WORST_FIRST = Comparator.comparing(DueRun::state)
            .thenComparing(run -> run.due().map(Instant::toEpochMilli).orElse(0L));

    private final QaTimetable timetable;
    private final List<QaIntervals> standards;
    private final Asked asked;

    /**
     * What is asked.
     *
     * @param title as the card names it
     * @param kinds of run
     * @param which displays in use for reading now
     */
    public record Asked(String id, String title, Set<QaKind> kinds, Supplier<List<ScreenId>> which) {
        /** Whether today's pre-shift check was made. */
        public static Asked preShift(Supplier<List<ScreenId>> which) {
            return new Asked("display.pre-shift", "Pre-shift check", Set.of(QaKind.QUICK_CHECK), which);
        }

        /** Whether the runs of the timetable are due. */
        public static Asked timetable(Supplier<List<ScreenId>> which) {
            return new Asked(
                    "display.due", "Display QA due", Set.of(QaKind.CONSTANCY, QaKind.UNIFORMITY, QaKind.VISUAL), which);
        }
    }

    public QaDueCheck(QaTimetable timetable, List<QaIntervals> standards, Asked asked) {
        this.timetable = timetable;
        this.standards = List.copyOf(standards);
        this.asked = asked;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            return worst().map(this::item).orElseGet(() -> item(Status.READY, "No diagnostic display is in use.", ""));
        } catch (StoreException e) {
            return item(
                    Status.NOT_ASSESSED,
                    "The QA ledger cannot be read (" + e.code() + ").",
                    "See whether the disk is there.");
        }
    }

    private Optional<DueRun> worst() throws StoreException {
        Optional<DueRun> worst = Optional.empty();
        for (ScreenId display : asked.which().get()) {
            for (DueRun run : timetable.of(display, standards)) {
                boolean isWorse = worst.isEmpty() || WORST_FIRST.compare(run, worst.orElseThrow()) < 0;
                if (asked.kinds().contains(run.kind()) && isWorse) {
                    worst = Optional.of(run);
                }
            }
        }
        return worst;
    }

    private ReadinessItem item(DueRun run) {
        String what = run.kind().title() + " of " + run.display() + byWhich(run);
        return switch (run.state()) {
            case NEVER -> item(Status.WARNING, what + " was never made or failed.", "Make it on the page of displays.");
            case OVERDUE ->
                item(Status.WARNING, what + " was due on " + day(run) + ".", "Make it on the page of displays.");
            case SOON ->
                item(
                        Status.WARNING,
                        what + " is due on " + day(run) + ".",
                        "Make it, or: candela qa schedule --snooze.");
            case SNOOZED, IN_TIME -> item(Status.READY, "Next: " + what + ", due " + day(run) + ".", "");
        };
    }

    /** Where only one standard is asked for nobody wants to read its name. */
    private String byWhich(DueRun run) {
        return standards.size() > 1 ? " (" + run.standard() + ")" : "";
    }

    private static LocalDate day(DueRun run) {
        return LocalDate.ofInstant(run.due().orElseThrow(), ZoneOffset.UTC);
    }

    private ReadinessItem item(Status status, String reason, String whatToDo) {
        return new ReadinessItem(asked.id(), asked.title(), status, reason, whatToDo);
    }
}
