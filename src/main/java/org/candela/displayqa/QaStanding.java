package org.candela.displayqa;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.store.StoreException;

/**
 * What the ledger says of one display now, by one standard.
 *
 * @param reason one sentence for the reader, with date, standard and, where a limit decided, figure and limit
 */
public record QaStanding(ScreenId display, CalibrationProfile standard, State state, String reason) {

    /** From worst to best. */
    public enum State {
        NEVER_CALIBRATED,
        FAILED,
        OVERDUE,
        /** The last run could not be judged. */
        NOT_ASSESSED,
        /** All well, but the meter does not exist. */
        SIMULATED,
        IN_ORDER
    }

    /**
     * Standing of {@code display} at {@code now} by a standard, whose own interval says how long a conformance run holds. A
     * run that it did not judge yet is held against its limits now; nothing is written.
     */
    // [impl->req~displayqa.standing~1]
    // [impl->req~displayqa.standing-by-standard~1]
    public static QaStanding of(QaLedger ledger, ScreenId display, CalibrationProfile standard, Instant now)
            throws StoreException {
        boolean hasTable = ledger.activeLut(display).isPresent();
        boolean wasMeasured = ledger.latestConformance(display).isPresent();
        if (!hasTable || !wasMeasured) {
            String found = wasMeasured ? "No calibration has succeeded yet." : "It was never calibrated.";
            return new QaStanding(display, standard, State.NEVER_CALIBRATED, found);
        }
        return judge(CountingRuns.of(ledger, display, standard), now);
    }

    /** The standing by each of several standards, in their order. */
    public static List<QaStanding> all(
            QaLedger ledger, ScreenId display, List<CalibrationProfile> standards, Instant now) throws StoreException {
        List<QaStanding> standings = new ArrayList<>();
        for (CalibrationProfile standard : standards) {
            standings.add(of(ledger, display, standard, now));
        }
        return standings;
    }

    /** The worst of several, at least one; the first of those that are equally bad. */
    public static QaStanding worst(List<QaStanding> standings) {
        return standings.stream().min(Comparator.comparing(QaStanding::state)).orElseThrow();
    }

    private static QaStanding judge(CountingRuns runs, Instant now) {
        if (runs.failure().isPresent()) {
            return standing(runs, State.FAILED, runs.failure().orElseThrow());
        }
        String last = CountingRuns.name(runs.conformance().run()) + ": ";
        String by = " by " + runs.standard().title();
        Instant end =
                runs.conformance().run().at().plus(runs.standard().schedule().retest());
        if (end.isBefore(now)) {
            return standing(runs, State.OVERDUE, last + "was due again on " + day(end) + by + ".");
        }
        if (runs.isSimulated()) {
            String words =
                    switch (runs.conformance().overall()) {
                        case PASS -> "limits met";
                        case FAIL -> "limits missed";
                        case NOT_ASSESSED -> "not judged in full";
                    };
            return standing(runs, State.SIMULATED, last + "SIMULATED meter, " + words + by + ".");
        }
        return runs.gap()
                .map(gap -> standing(runs, State.NOT_ASSESSED, last + "could not be judged in full" + by + gap + "."))
                .orElseGet(() -> standing(runs, State.IN_ORDER, last + "passed" + by + "; next due " + day(end) + "."));
    }

    private static QaStanding standing(CountingRuns runs, State state, String reason) {
        return new QaStanding(runs.conformance().run().display(), runs.standard(), state, reason);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
