package org.candela.dicom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/**
 * What stored values measure (PS3.3 C.7.6.16.2.11): {@code value = slope · stored + intercept}, in a unit. It stands beside
 * the grayscale chain and never takes the place of its rescale (PS3.4 N.2.1.1).
 *
 * @param first smallest stored value it holds for
 * @param last largest stored value it holds for
 * @param unit code of the unit, as {@code "g/ml{SUVbw}"}
 * @param label what the writer calls it; may be empty
 */
public record RealWorldMapping(double first, double last, double slope, double intercept, String unit, String label) {
    /** The measured value; none for a stored value that it does not hold for. */
    public OptionalDouble value(double stored) {
        boolean isMapped = stored >= first && stored <= last;
        return isMapped ? OptionalDouble.of(slope * stored + intercept) : OptionalDouble.empty();
    }

    /** The linear mappings of a frame that are whole; one by a table, or without a unit, is left out. */
    // [impl->req~dicom-image.real-world~1]
    static List<RealWorldMapping> all(FunctionalGroups groups) {
        List<RealWorldMapping> mappings = new ArrayList<>();
        for (Attributes item : groups.items(Tag.RealWorldValueMappingSequence)) {
            of(item).ifPresent(mappings::add);
        }
        return mappings;
    }

    private static Optional<RealWorldMapping> of(Attributes item) {
        Optional<Double> first = item.number(Tag.DoubleFloatRealWorldValueFirstValueMapped)
                .or(() -> item.number(Tag.RealWorldValueFirstValueMapped));
        Optional<Double> last = item.number(Tag.DoubleFloatRealWorldValueLastValueMapped)
                .or(() -> item.number(Tag.RealWorldValueLastValueMapped));
        Optional<Double> slope = item.number(Tag.RealWorldValueSlope);
        Optional<Double> intercept = item.number(Tag.RealWorldValueIntercept);
        Optional<String> unit = item.item(Tag.MeasurementUnitsCodeSequence).flatMap(code -> code.string(Tag.CodeValue));
        boolean isWhole = first.isPresent()
                && last.isPresent()
                && slope.filter(Double::isFinite).isPresent()
                && intercept.filter(Double::isFinite).isPresent()
                && unit.isPresent();
        return isWhole
                ? Optional.of(new RealWorldMapping(
                        first.orElseThrow(),
                        last.orElseThrow(),
                        slope.orElseThrow(),
                        intercept.orElseThrow(),
                        unit.orElseThrow(),
                        item.string(Tag.LUTExplanation).orElse("")))
                : Optional.empty();
    }
}
