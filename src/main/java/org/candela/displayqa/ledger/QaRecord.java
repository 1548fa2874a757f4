package org.candela.displayqa.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.candela.base.ScreenId;
import org.candela.calibration.Quantity;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.measure.QaOutcome;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;

/**
 * One finished QA run on one display: what was measured, with what, under which conditions, and what each standard says.
 *
 * @param operator who ran it
 * @param litSince since when the display was on; its warm-up
 * @param values the quantities that may be judged, so that a standard asked later judges the same figures
 * @param judgements one for each standard of the session
 */
public record QaRecord(
        Instant at,
        String operator,
        DisplayDevice display,
        Instant litSince,
        TestBench.Room room,
        QaOutcome outcome,
        Map<Quantity, Double> values,
        List<Judgement> judgements) {
    public QaRecord {
        values = Map.copyOf(values);
        judgements = List.copyOf(judgements);
    }

    /** The record of an outcome, judged now by each profile of the session. */
    public static QaRecord judged(QaSession session, QaOutcome outcome, Clock clock) {
        Map<Quantity, Double> values =
                Evidence.assessable(outcome, session.bench().room(), clock);
        Judgement.Measured measured =
                new Judgement.Measured(values, outcome.table().isRampIntact());
        return new QaRecord(
                clock.instant(),
                session.operator(),
                session.display(),
                session.litSince(),
                session.bench().room(),
                outcome,
                values,
                session.profiles().stream()
                        .map(profile -> Judgement.of(profile, outcome.kind(), measured))
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

    /** Overall result: that of the standard which says the worst. */
    public Verdict.Result overall() {
        return Judgement.worst(judgements);
    }
}
