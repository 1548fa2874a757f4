package org.candela.displayqa;

import java.util.Locale;
import org.candela.calibration.Quantity;

/** How limited quantities and their values are written, on paper and on screen alike. */
public final class QuantityText {
    private QuantityText() {}

    /** Symbol with unit: {@code "L'max, cd/m²"}. */
    public static String label(Quantity quantity) {
        return quantity.unit().equals("1") ? quantity.symbol() : quantity.symbol() + ", cd/m²";
    }

    /** A value with as many decimals as it is worth; shares that limits state in percent are written so. */
    public static String value(Quantity quantity, double value) {
        return switch (quantity) {
            case MAXIMUM_LUMINANCE -> format("%.1f", value);
            case MINIMUM_LUMINANCE, AMBIENT_RATIO -> format("%.2f", value);
            case LUMINANCE_RATIO -> format("%.0f", value);
            case CONTRAST_DEVIATION, NON_UNIFORMITY -> percent(value);
        };
    }

    /** A share in percent with one decimal: {@code "9.8 %"}. */
    public static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
