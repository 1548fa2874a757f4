package org.candela.displayqa.ledger;

import java.util.List;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.ProfileLimit;

/**
 * What one limit says of one measured value.
 *
 * @param value as measured; NaN when it was not
 */
public record Verdict(ProfileLimit limit, double value, Result result) {

    /** Worst first; "not assessed" never passes. */
    public enum Result {
        FAIL,
        NOT_ASSESSED,
        PASS
    }

    /** Verdicts of all limits of {@code profile} on {@code figures}. */
    // [impl->req~displayqa.verdict~1]
    public static List<Verdict> all(CalibrationProfile profile, Figures figures) {
        return profile.limits().stream().map(limit -> of(limit, figures)).toList();
    }

    /** The worst of {@code verdicts}; nothing assessed is not assessed. */
    public static Result overall(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::result).min(Result::compareTo).orElse(Result.NOT_ASSESSED);
    }

    /** What one limit says; not assessed where its quantity has no value or its number is not known. */
    static Verdict of(ProfileLimit limit, Figures figures) {
        double value = figures.of(limit);
        if (Double.isNaN(value) || !limit.isKnown()) {
            return new Verdict(limit, value, Result.NOT_ASSESSED);
        }
        return new Verdict(limit, value, limit.isMetBy(value) ? Result.PASS : Result.FAIL);
    }
}
