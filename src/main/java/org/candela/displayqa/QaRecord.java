package org.candela.displayqa;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Quantity;
import org.candela.calibration.device.DisplayDevice;

/**
 * One finished QA run on one display: what was measured, with what, under which conditions, and what that means.
 *
 * @param operator who ran it
 * @param litSince since when the display was on; its warm-up
 */
public record QaRecord(
        Instant at,
        String operator,
        DisplayDevice display,
        Instant litSince,
        TestBench.Room room,
        QaOutcome outcome,
        CalibrationProfile profile,
        List<Verdict> verdicts) {
    public QaRecord {
        verdicts = List.copyOf(verdicts);
    }

    /** The record of an outcome, judged now by the session's profile. */
    static QaRecord judged(QaSession session, QaOutcome outcome, Clock clock) {
        Map<Quantity, Double> values =
                Evidence.assessable(outcome, session.bench().room(), clock);
        return new QaRecord(
                clock.instant(),
                session.operator(),
                session.display(),
                session.litSince(),
                session.bench().room(),
                outcome,
                session.profile(),
                session.profile().limits().stream()
                        .filter(limit -> outcome.kind().tests(limit.quantity()))
                        .map(limit -> Verdict.of(limit, values))
                        .toList());
    }

    /** Which display. */
    public ScreenId screen() {
        return display.id();
    }

    /** Whether the meter, and with it the light, does not exist; printed wherever the record is shown. */
    public boolean isSimulated() {
        return outcome.photometer().isSimulated();
    }

    /** Whether the graphics LUT was the one that the display's table needs. */
    public boolean isRampIntact() {
        return outcome.match(done -> true, Constancy::isRampIntact, QuickCheck::isRampIntact, done -> true);
    }

    /** Overall result under the record's profile: the worst verdict; a replaced graphics LUT fails whatever else holds. */
    public Verdict.Result overall() {
        if (!isRampIntact()) {
            return Verdict.Result.FAIL;
        }
        return Verdict.overall(verdicts);
    }
}
