package org.candela.displayqa.measure;

import java.util.Locale;
import java.util.Optional;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;

/**
 * One reading of the meter.
 *
 * @param argb the patch that was shown
 * @param colour empty where the meter sees luminance alone
 * @param isAccepted false when the outlier rule rejected it; rejects are kept in the record
 */
public record Reading(int argb, Luminance luminance, Optional<Tristimulus> colour, boolean isAccepted) {
    private static final int RGB = 0xFFFFFF;

    /** The colour shown as six hexadecimal digits, as {@code "7F7F80"}. */
    public String rgb() {
        return String.format(Locale.ROOT, "%06X", argb & RGB);
    }
}
