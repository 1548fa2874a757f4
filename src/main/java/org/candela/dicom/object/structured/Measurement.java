package org.candela.dicom.object.structured;

import java.util.List;
import java.util.Optional;
import org.candela.dicom.object.Code;

/**
 * A measured number (PS3.16 TID 300, TID 1419).
 *
 * @param name what is measured, as {@link Concepts#LENGTH}
 * @param unit UCUM
 * @param derivation how it was derived, as {@link Concepts#MEAN}; empty for the value itself
 * @param sources what it was measured on, where this is not the region of the group; may be empty
 */
public record Measurement(Code name, double value, Code unit, Optional<Code> derivation, List<Region> sources) {
    public Measurement {
        sources = List.copyOf(sources);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a measured value of " + value);
        }
    }

    /** The value itself, of the region of its group. */
    public static Measurement of(Code name, double value, Code unit) {
        return new Measurement(name, value, unit, Optional.empty(), List.of());
    }

    /** A statistic over the region of its group. */
    public static Measurement derived(Code name, Code derivation, double value, Code unit) {
        return new Measurement(name, value, unit, Optional.of(derivation), List.of());
    }
}
