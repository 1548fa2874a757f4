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
    /** Largest deviation of contrast from a display function other than the GSDF, as a share ({@link GammaDeviation}). */
    FUNCTION_DEVIATION("function deviation", "1"),
    /** Ambient luminance over emitted minimum luminance. */
    AMBIENT_RATIO("L_amb / L_min", "1"),
    /** Maximum luminance deviation of an even field (TG18, at five places there), as a share: 0.3 is 30 %. */
    NON_UNIFORMITY("non-uniformity", "1"),
    /** Largest deviation of an even field from its median (Report 270, nine places), as a share. */
    MEDIAN_DEVIATION("deviation from median", "1"),
    /** Largest deviation of a corner from the centre (DIN 6868-157 and -57), as a share. */
    CENTRE_DEVIATION("corner to centre", "1"),
    /** Difference of the white luminances of two displays of one workstation, as a share of their mean. */
    BETWEEN_DISPLAYS("ΔL'max between displays", "1"),
    /** Largest Δu'v' of white between two places of one screen. */
    WHITE_COLOUR_WITHIN("Δu'v' within", "u'v'"),
    /** Δu'v' of white between two displays of one workstation. */
    WHITE_COLOUR_BETWEEN("Δu'v' between displays", "u'v'"),
    /** Δu'v' of white from CIE illuminant D65. */
    WHITE_COLOUR_FROM_D65("Δu'v' to D65", "u'v'"),
    /** Change of L'max since an earlier result, as a share of that. */
    WHITE_DRIFT("change of L'max", "1"),
    /** Change of L'min since an earlier result, as a share of that. */
    BLACK_DRIFT("change of L'min", "1"),
    /** Light of the room, lx; where it is to be measured says the limit's clause. */
    ROOM_ILLUMINANCE("E", "lx");

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

    /** Unit as profiles state it: {@code "cd/m2"}, {@code "lx"}, {@code "u'v'"}; {@code "1"} for a share. */
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
