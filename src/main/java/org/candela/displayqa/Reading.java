package org.candela.displayqa;

import java.util.Locale;
import org.candela.calibration.Luminance;

/**
 * One reading of the meter.
 *
 * @param argb the patch that was shown
 * @param isAccepted false when the outlier rule rejected it; rejects are kept in the record
 */
public record Reading(int argb, Luminance luminance, boolean isAccepted) {
    private static final int RGB = 0xFFFFFF;

    /** The colour shown as six hexadecimal digits, as {@code "7F7F80"}. */
    String rgb() {
        return String.format(Locale.ROOT, "%06X", argb & RGB);
    }
}
