package org.candela.viewer.window;

import java.util.OptionalDouble;
import org.candela.image.VoiWindow;

/**
 * What the values of an image are.
 *
 * @param unit of modality values, as {@code "HU"} or {@code "Bq/ml"}; empty where the file states none
 * @param uptake SUV by body weight of modality value 1, &gt; 0; empty where it is unknown or makes no sense
 * @param whyNone why there is no uptake, in English; empty where there is one or nobody would expect it
 */
public record ValueScale(String unit, OptionalDouble uptake, String whyNone) {
    /** Unit of standardised uptake by body weight. */
    public static final String SUV = "SUVbw";

    /** Values of which nothing is known. */
    public static final ValueScale PLAIN = new ValueScale("", OptionalDouble.empty(), "");

    /** A window in SUV over modality values, exact at its edges. */
    public VoiWindow fromUptake(VoiWindow window) {
        double factor = uptake.orElseThrow();
        return new VoiWindow(window.center() / factor, window.width() / factor, VoiWindow.Function.LINEAR_EXACT);
    }

    /** A window over modality values in SUV. */
    public VoiWindow toUptake(VoiWindow window) {
        double factor = uptake.orElseThrow();
        return new VoiWindow(window.center() * factor, window.width() * factor, VoiWindow.Function.LINEAR_EXACT);
    }
}
