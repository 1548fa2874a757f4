package org.candela.displayqa.ledger;

import java.util.List;
import java.util.Set;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Quantity;
import org.candela.displayqa.measure.QaKind;

/**
 * What one standard says of one run.
 *
 * @param verdicts limit by limit, as the profile has them
 * @param isRampIntact whether the graphics LUT was the one the display's table needs
 */
public record Judgement(CalibrationProfile profile, List<Verdict> verdicts, boolean isRampIntact) {
    public Judgement {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Judges by a profile: each limit that such a run tests, or whose quantity was measured all the same. What is missing
     * is not assessed.
     */
    // [impl->req~displayqa.verdict~1]
    static Judgement of(CalibrationProfile profile, QaKind kind, Measured measured) {
        Set<Quantity> tested = Tested.by(kind);
        List<Verdict> verdicts = profile.limits().stream()
                .filter(limit ->
                        tested.contains(limit.quantity()) || measured.figures().has(limit.quantity()))
                .map(limit -> Verdict.of(limit, measured.figures()))
                .toList();
        return new Judgement(profile, verdicts, measured.isRampIntact());
    }

    /**
     * What a run found, as far as it can be judged.
     *
     * @param figures none where the meter proves nothing
     */
    record Measured(Figures figures, boolean isRampIntact) {}

    /** The worst verdict; a replaced graphics LUT fails whatever else holds. */
    public Assessment overall() {
        return isRampIntact ? Verdict.overall(verdicts) : Assessment.FAIL;
    }

    /** The worst of several judgements; none is not assessed. */
    static Assessment worst(List<Judgement> judgements) {
        return Assessment.worst(judgements.stream().map(Judgement::overall).toList());
    }
}
