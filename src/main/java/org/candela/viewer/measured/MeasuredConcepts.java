package org.candela.viewer.measured;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.structured.Concepts;
import org.candela.measure.Quantity;

/**
 * Quantities and units as codes of PS3.16. Where the standard has no code that is known to mean the very thing, one of our
 * own scheme stands with its meaning, so that nobody takes it for another.
 */
final class MeasuredConcepts {
    static final String OWN_SCHEME = "99CANDELA";

    /** CID 3488 and 7464; the formula is said by the method. */
    private static final Map<Quantity, Code> DERIVATIONS = Map.of(
            Quantity.MEAN, Concepts.MEAN,
            Quantity.STANDARD_DEVIATION, Concepts.STANDARD_DEVIATION,
            Quantity.MINIMUM, Concepts.MINIMUM,
            Quantity.MAXIMUM, Concepts.MAXIMUM);

    private static final Map<Quantity, Code> NAMES = Map.ofEntries(
            Map.entry(Quantity.LENGTH, Concepts.LENGTH),
            Map.entry(Quantity.LONG_AXIS, Concepts.LONG_AXIS),
            Map.entry(Quantity.SHORT_AXIS, Concepts.SHORT_AXIS),
            Map.entry(Quantity.DIAMETER, Concepts.DIAMETER),
            Map.entry(Quantity.DISTANCE, Concepts.DISTANCE),
            Map.entry(Quantity.ANGLE, Concepts.ANGLE),
            Map.entry(Quantity.ACUTE_ANGLE, Concepts.COBB_ANGLE),
            Map.entry(Quantity.AREA, Concepts.AREA),
            Map.entry(Quantity.PERIMETER, Concepts.PERIMETER),
            Map.entry(Quantity.RATIO, own("CTR", "Cardiothoracic ratio")),
            Map.entry(Quantity.HEART_FIRST, own("CTR-HEART-1", "Midline to the first heart border")),
            Map.entry(Quantity.HEART_SECOND, own("CTR-HEART-2", "Midline to the second heart border")),
            Map.entry(Quantity.THORAX, own("CTR-THORAX", "Inner width of the chest")),
            Map.entry(Quantity.TIME, own("TIME", "Difference of time")),
            Map.entry(Quantity.VELOCITY, own("VELOCITY", "Difference of velocity")),
            Map.entry(Quantity.DEPTH, own("DEPTH", "Difference of depth")));

    private static final Map<Quantity, Code> METHODS = Map.of(
            Quantity.STANDARD_DEVIATION, own("SD-N-1", "Square root of sum of (x - mean)^2 over n - 1"),
            Quantity.MEAN, own("MEAN-N", "Sum of modality values over number of pixels"),
            Quantity.AREA, own("AREA-OUTLINE", "Area within the outline by the size of a pixel"),
            Quantity.DISTANCE, own("FROM-LINE", "Third point from the line of the first two"),
            Quantity.ACUTE_ANGLE, own("COBB-ACUTE", "Acute angle of two lines"),
            Quantity.RATIO, own("CTR-MIDLINE", "Heart left and right of the midline over inner chest"));

    /** What the program writes beside numbers, in UCUM. */
    private static final Map<String, Code> UNITS = Map.ofEntries(
            Map.entry("mm", Concepts.MILLIMETER),
            Map.entry("mm²", Concepts.SQUARE_MILLIMETER),
            Map.entry("px", Concepts.PIXELS),
            Map.entry("°", Concepts.DEGREE),
            Map.entry("HU", Concepts.HOUNSFIELD_UNIT),
            Map.entry("ms", new Code("ms", "UCUM", "millisecond")),
            Map.entry("cm/s", new Code("cm/s", "UCUM", "centimeter per second")));

    private MeasuredConcepts() {}

    private static Code own(String value, String meaning) {
        return new Code(value, OWN_SCHEME, meaning);
    }

    /** What a quantity of values is called, by the unit they have. */
    static Code intensity(String unit, String modality) {
        if (unit.equals("HU")) {
            return Concepts.ATTENUATION;
        }
        if (isUptake(unit)) {
            return Concepts.SUV_BODY_WEIGHT;
        }
        return modality.equals("MR") ? Concepts.MR_SIGNAL_INTENSITY : own("VALUE", "Modality value of a pixel");
    }

    static Optional<Code> name(Quantity quantity) {
        return Optional.ofNullable(NAMES.get(quantity));
    }

    static Optional<Code> derivation(Quantity quantity) {
        return Optional.ofNullable(DERIVATIONS.get(quantity));
    }

    static Optional<Code> method(Quantity quantity) {
        return Optional.ofNullable(METHODS.get(quantity));
    }

    /** Empty for a unit that has no code here: such a number is left out, and said so. */
    static Optional<Code> unit(String unit, Quantity quantity) {
        if (isUptake(unit)) {
            return Optional.of(Concepts.SUV_UNIT);
        }
        if (unit.isEmpty()) {
            return Optional.of(quantity == Quantity.RATIO ? Concepts.RATIO_UNIT : Concepts.NO_UNITS);
        }
        return Optional.ofNullable(UNITS.get(unit));
    }

    private static boolean isUptake(String unit) {
        return unit.toUpperCase(Locale.ROOT).startsWith("SUV");
    }
}
