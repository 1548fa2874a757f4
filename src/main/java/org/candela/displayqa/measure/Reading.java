package org.candela.displayqa.measure;

import java.time.Duration;
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
 * @param taken when, since the run began; empty where no clock went with the run
 */
public record Reading(
        int argb, Luminance luminance, Optional<Tristimulus> colour, boolean isAccepted, Optional<Duration> taken) {
    private static final int RGB = 0xFFFFFF;

    /** A reading of which nobody knows when it was taken. */
    public Reading(int argb, Luminance luminance, Optional<Tristimulus> colour, boolean isAccepted) {
        this(argb, luminance, colour, isAccepted, Optional.empty());
    }

    /** The same reading, taken so long after the run began; whole milliseconds. */
    public Reading after(Duration since) {
        return new Reading(argb, luminance, colour, isAccepted, Optional.of(Duration.ofMillis(since.toMillis())));
    }

    /** The same reading, found to be an outlier. */
    public Reading rejected() {
        return new Reading(argb, luminance, colour, false, taken);
    }

    /** Whether that is this reading, whenever it was taken. */
    boolean isSameAs(Reading other) {
        return argb == other.argb
                && isAccepted == other.isAccepted
                && luminance.equals(other.luminance)
                && colour.equals(other.colour);
    }

    /** The colour shown as six hexadecimal digits, as {@code "7F7F80"}. */
    public String rgb() {
        return String.format(Locale.ROOT, "%06X", argb & RGB);
    }
}
