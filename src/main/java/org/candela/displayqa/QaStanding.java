package org.candela.displayqa;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.calibration.Assessment;
import org.candela.displayqa.ledger.ActiveLut;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.candela.store.StoreException;

/**
 * What the ledger says of one display now.
 *
 * @param reason one sentence for the reader, with date and result
 */
public record QaStanding(ScreenId display, State state, String reason) {

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
     * Standing of {@code display} at {@code now}.
     *
     * @param retest how long a conformance run holds
     */
    // [impl->req~displayqa.standing~1]
    public static QaStanding of(QaLedger ledger, ScreenId display, Duration retest, Instant now) throws StoreException {
        Optional<ActiveLut> active = ledger.activeLut(display);
        Optional<StoredRun> conformance = ledger.latestConformance(display);
        if (conformance.isEmpty() || active.isEmpty()) {
            String found = conformance.isEmpty() ? "It was never calibrated." : "No calibration has succeeded yet.";
            return new QaStanding(display, State.NEVER_CALIBRATED, found);
        }
        StoredRun last = ledger.latest(display).orElseThrow();
        StoredRun uniformity = ledger.latest(display, QaKind.UNIFORMITY).orElse(last);
        StoredRun visual = ledger.latest(display, QaKind.VISUAL).orElse(last);
        return judge(List.of(conformance.orElseThrow(), last, uniformity, visual), new Validity(retest, now));
    }

    private record Validity(Duration retest, Instant now) {
        Instant end(StoredRun run) {
            return run.at().plus(retest);
        }
    }

    /**
     * Judges the runs that count.
     *
     * @param counting the last conformance run, the last run of any kind, the last uniformity test and the last visual
     *     test: a later calibration makes good for a failed check, but not for a screen that is uneven or was seen to be bad
     */
    private static QaStanding judge(List<StoredRun> counting, Validity validity) {
        StoredRun conformance = counting.get(0);
        Optional<StoredRun> failed = counting.stream()
                .filter(run -> run.overall() == Assessment.FAIL)
                .findFirst();
        if (failed.isPresent()) {
            return standing(failed.orElseThrow(), State.FAILED, "failed");
        }
        if (validity.end(conformance).isBefore(validity.now())) {
            return standing(conformance, State.OVERDUE, "was due again on " + day(validity.end(conformance)));
        }
        if (counting.stream().anyMatch(StoredRun::isSimulated)) {
            return standing(conformance, State.SIMULATED, "SIMULATED meter, " + words(conformance.overall()));
        }
        if (conformance.overall() == Assessment.NOT_ASSESSED) {
            return standing(conformance, State.NOT_ASSESSED, "could not be judged in full");
        }
        return standing(conformance, State.IN_ORDER, "passed; next due " + day(validity.end(conformance)));
    }

    private static QaStanding standing(StoredRun run, State state, String found) {
        String text = run.kind().title() + " of " + day(run.at()) + ": " + found + ".";
        return new QaStanding(run.display(), state, text);
    }

    private static String words(Assessment result) {
        return switch (result) {
            case PASS -> "limits met";
            case FAIL -> "limits missed";
            case NOT_ASSESSED -> "not judged in full";
        };
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
