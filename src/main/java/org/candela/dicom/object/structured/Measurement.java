package org.candela.dicom.object.structured;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.dicom.object.Code;

/**
 * A measured number (PS3.16 TID 300, TID 1419).
 *
 * @param name what is measured, as {@link Concepts#LENGTH}
 * @param unit UCUM
 * @param derivation how it was derived, as {@link Concepts#MEAN}; empty for the value itself
 * @param method how it was found, where more ways are usual; empty when not stated
 * @param sources what it was measured on, where this is not the region of the group; may be empty
 */
public record Measurement(
        Code name, double value, Code unit, Optional<Code> derivation, Optional<Code> method, List<Region> sources) {
    public Measurement {
        sources = List.copyOf(sources);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a measured value of " + value);
        }
    }

    /** One whose method is not stated. */
    public Measurement(Code name, double value, Code unit, Optional<Code> derivation, List<Region> sources) {
        this(name, value, unit, derivation, Optional.empty(), sources);
    }

    /** The value itself, of the region of its group. */
    public static Measurement of(Code name, double value, Code unit) {
        return new Measurement(name, value, unit, Optional.empty(), List.of());
    }

    /** Number and unit as people read them, two digits after the point at most. */
    public String said() {
        String number = String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
        return number + ReportText.unit(unit);
    }

    /** A statistic over the region of its group. */
    public static Measurement derived(Code name, Code derivation, double value, Code unit) {
        return new Measurement(name, value, unit, Optional.of(derivation), List.of());
    }
}
