package org.candela.displayqa;

import java.util.List;
import java.util.function.Function;
import org.candela.calibration.device.Photometer;

/** What a finished run found; closed, so that storing, judging and printing answer every kind. */
public sealed interface QaOutcome permits Calibration, Constancy, QuickCheck, Evenness {
    /** Who measured. */
    Photometer.Identity photometer();

    /** Every reading in order, rejects too. */
    List<Reading> readings();

    /** Applies the function of this kind. */
    <R> R match(
            Function<Calibration, R> calibration,
            Function<Constancy, R> constancy,
            Function<QuickCheck, R> quick,
            Function<Evenness, R> evenness);

    /** Kind of run, as stored and printed. */
    default QaKind kind() {
        return match(
                done -> QaKind.CALIBRATION,
                done -> QaKind.CONSTANCY,
                done -> QaKind.QUICK_CHECK,
                done -> QaKind.UNIFORMITY);
    }
}
