package org.candela.displayqa.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.calibration.Chromaticity;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.Uniformity;

/**
 * One even field at nine places of the screen, through the table in force.
 *
 * @param pValue of the field, 0 to 255
 * @param uniformity luminances, ambient light included
 * @param colours of the same places, ambient light not included; none where the meter sees luminance alone
 * @param readings how many readings each place is the mean of; none where that is not known
 */
public record FieldSeen(int pValue, Uniformity uniformity, List<Tristimulus> colours, List<Integer> readings)
        implements Finding {
    /** P-value of TG18-UN80, as most standards ask. */
    public static final int BRIGHT = 204;
    /** P-value in the middle of the scale, the second level of Report 270. */
    public static final int MIDDLE = 128;
    /** P-value of TG18-UN10. */
    public static final int DARK = 26;

    private static final int PLACES = Uniformity.SIDE * Uniformity.SIDE;

    public FieldSeen {
        colours = List.copyOf(colours);
        readings = List.copyOf(readings);
        if (!colours.isEmpty() && colours.size() != PLACES) {
            throw new IllegalArgumentException("colours of nine places or of none, not " + colours.size());
        }
    }

    /** A field that was measured without colour, and nobody counted the readings. */
    public FieldSeen(int pValue, Uniformity uniformity) {
        this(pValue, uniformity, List.of(), List.of());
    }

    /** Largest Δu'v' between two places; empty where colour was not measured, or a place gave no light. */
    public OptionalDouble colourWithin() {
        List<Chromaticity> seen = colours.stream()
                .map(Tristimulus::chromaticity)
                .flatMap(Optional::stream)
                .toList();
        return seen.size() < PLACES
                ? OptionalDouble.empty()
                : seen.stream()
                        .flatMapToDouble(one -> seen.stream().mapToDouble(one::distanceTo))
                        .max();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.field(this);
    }
}
