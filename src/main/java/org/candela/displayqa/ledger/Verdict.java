package org.candela.displayqa.ledger;

import java.util.List;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.ProfileLimit;

/**
 * What one limit says of one measured value.
 *
 * @param value as measured; NaN when it was not
 * @param why it is not assessed, in a few words; blank for what is
 */
// [impl->req~displayqa.why-not-assessed~1]
public record Verdict(ProfileLimit limit, double value, Assessment result, String why) {

    /** Verdicts of all limits of {@code profile} on {@code figures}. */
    // [impl->req~displayqa.verdict~1]
    public static List<Verdict> all(CalibrationProfile profile, Figures figures) {
        return profile.limits().stream().map(limit -> of(limit, figures)).toList();
    }

    /** The worst of {@code verdicts}; nothing assessed is not assessed. */
    public static Assessment overall(List<Verdict> verdicts) {
        return Assessment.worst(verdicts.stream().map(Verdict::result).toList());
    }

    /** What one limit says; not assessed where its quantity has no value or its number is not known. */
    static Verdict of(ProfileLimit limit, Figures figures) {
        double value = figures.of(limit);
        Assessment result = limit.assess(value);
        return new Verdict(limit, value, result, result == Assessment.NOT_ASSESSED ? figures.why(limit) : "");
    }
}
