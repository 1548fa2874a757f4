package org.candela.calibration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A measured quantity that a standard limits. */
public enum Quantity {
    /** L'max, ambient light included, cd/m². */
    MAXIMUM_LUMINANCE("L'max", "cd/m2"),
    /** L'min, ambient light included, cd/m². */
    MINIMUM_LUMINANCE("L'min", "cd/m2"),
    /** L'max / L'min. */
    LUMINANCE_RATIO("L'max / L'min", "1"),
    /** κδ over 18 levels, as a share: 0.1 is 10 %. */
    CONTRAST_DEVIATION("κδ", "1"),
    /** Ambient luminance over emitted minimum luminance. */
    AMBIENT_RATIO("L_amb / L_min", "1"),
    /** Maximum luminance deviation of an even field over nine places, as a share: 0.3 is 30 %. */
    NON_UNIFORMITY("non-uniformity", "1");

    private final String symbol;
    private final String unit;

    Quantity(String symbol, String unit) {
        this.symbol = symbol;
        this.unit = unit;
    }

    /** As written in reports. */
    public String symbol() {
        return symbol;
    }

    /** Unit as profiles state it; {@code "1"} for a share. */
    public String unit() {
        return unit;
    }

    /** The quantity with the name a profile uses, as {@code "maximum-luminance"}. */
    static Optional<Quantity> named(String name) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .equals(name))
                .findFirst();
    }
}
