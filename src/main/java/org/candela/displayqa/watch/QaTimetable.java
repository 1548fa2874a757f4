package org.candela.displayqa.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.candela.store.StoreException;

/** Which runs are due when, from the ledger and the standards asked for. Any thread; blocks on the disk. */
// [impl->req~displayqa.schedule~1]
public final class QaTimetable {
    /** Days before it is due that the reader is reminded; a run of each day needs none. */
    static final Duration REMINDER = Duration.ofDays(14);

    private final QaLedger ledger;
    private final QaSnoozes snoozes;
    private final Clock clock;

    public QaTimetable(QaLedger ledger, QaSnoozes snoozes, Clock clock) {
        this.ledger = ledger;
        this.snoozes = snoozes;
        this.clock = clock;
    }

    /** Every kind of run that any of the standards asks for on a display, the standards in their order. */
    public List<DueRun> of(ScreenId display, List<QaIntervals> standards) throws StoreException {
        List<DueRun> runs = new ArrayList<>();
        for (QaIntervals standard : standards) {
            for (Map.Entry<QaKind, Duration> each : new TreeMap<>(standard.every()).entrySet()) {
                runs.add(due(new Wanted(display, standard.standard(), each.getKey()), each.getValue()));
            }
        }
        return runs;
    }

    private record Wanted(ScreenId display, CalibrationProfile standard, QaKind kind) {}

    private DueRun due(Wanted wanted, Duration every) throws StoreException {
        Optional<Instant> last = last(wanted);
        Optional<Instant> due = last.map(at -> at.plus(every));
        DueRun.State state =
                due.isEmpty() ? DueRun.State.NEVER : state(wanted.display(), wanted.kind(), due.orElseThrow(), every);
        return new DueRun(wanted.display(), wanted.standard().id(), wanted.kind(), last, due, state);
    }

    private DueRun.State state(ScreenId display, QaKind kind, Instant due, Duration every) throws StoreException {
        Instant now = clock.instant();
        if (!due.isAfter(now)) {
            return DueRun.State.OVERDUE;
        }
        boolean isSoon = every.compareTo(REMINDER) > 0 && !due.minus(REMINDER).isAfter(now);
        if (!isSoon) {
            return DueRun.State.IN_TIME;
        }
        return snoozes.until(display, kind).filter(now::isBefore).isPresent()
                ? DueRun.State.SNOOZED
                : DueRun.State.SOON;
    }

    /**
     * A failed run proves that it was made, not that the display may be used until the next one is due. One that failed by
     * another standard counts where this one is met.
     */
    private Optional<Instant> last(Wanted wanted) throws StoreException {
        List<StoredRun> made = new ArrayList<>();
        for (QaKind each : including(wanted.kind())) {
            ledger.latest(wanted.display(), each).ifPresent(made::add);
        }
        List<Instant> held = new ArrayList<>();
        for (StoredRun run : made) {
            if (!ledger.verdict(run, wanted.standard()).hasFailed()) {
                held.add(run.at());
            }
        }
        return held.stream().max(Comparator.naturalOrder());
    }

    /** A run that proves the response measures white and black and looks at the graphics LUT; acceptance tests do all. */
    private static Set<QaKind> including(QaKind kind) {
        EnumSet<QaKind> including = EnumSet.of(kind);
        for (QaKind other : QaKind.values()) {
            boolean isIncluded =
                    switch (kind) {
                        case CONSTANCY, QUICK_CHECK -> other.provesResponse();
                        case UNIFORMITY -> other == QaKind.ACCEPTANCE || other == QaKind.AFTER_SERVICE;
                        default -> false;
                    };
            if (isIncluded) {
                including.add(other);
            }
        }
        return including;
    }
}
