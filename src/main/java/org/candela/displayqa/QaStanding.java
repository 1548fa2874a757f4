package org.candela.displayqa;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.candela.base.ScreenId;
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
        return judge(conformance.orElseThrow(), last, new Validity(retest, now));
    }

    private record Validity(Duration retest, Instant now) {
        Instant end(StoredRun run) {
            return run.at().plus(retest);
        }
    }

    private static QaStanding judge(StoredRun conformance, StoredRun last, Validity validity) {
        StoredRun failed = conformance.overall() == Verdict.Result.FAIL ? conformance : last;
        if (failed.overall() == Verdict.Result.FAIL) {
            return standing(failed, State.FAILED, "failed");
        }
        if (validity.end(conformance).isBefore(validity.now())) {
            return standing(conformance, State.OVERDUE, "was due again on " + day(validity.end(conformance)));
        }
        if (conformance.isSimulated() || last.isSimulated()) {
            return standing(conformance, State.SIMULATED, "SIMULATED meter, " + words(conformance.overall()));
        }
        if (conformance.overall() == Verdict.Result.NOT_ASSESSED) {
            return standing(conformance, State.NOT_ASSESSED, "could not be judged in full");
        }
        return standing(conformance, State.IN_ORDER, "passed; next due " + day(validity.end(conformance)));
    }

    private static QaStanding standing(StoredRun run, State state, String found) {
        String text = run.kind().title() + " of " + day(run.at()) + ": " + found + ".";
        return new QaStanding(run.display(), state, text);
    }

    private static String words(Verdict.Result result) {
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
