package org.candela.displayqa.ledger;

import java.util.Locale;
import org.candela.calibration.Quantity;

/** How limited quantities and their values are written, on paper, on screen and on the command line alike. */
public final class QuantityText {
    private QuantityText() {}

    /** Symbol with unit: {@code "L'max, cd/m²"}. */
    public static String label(Quantity quantity) {
        return switch (quantity.unit()) {
            case "cd/m2" -> quantity.symbol() + ", cd/m²";
            case "lx" -> quantity.symbol() + ", lx";
            default -> quantity.symbol();
        };
    }

    /**
     * A value with as many decimals as it is worth; shares that limits state in percent are written so. NaN is the limit
     * of a standard that could not be read.
     */
    public static String value(Quantity quantity, double value) {
        return Double.isNaN(value) ? "not known" : known(quantity, value);
    }

    private static String known(Quantity quantity, double value) {
        return switch (quantity) {
            case MAXIMUM_LUMINANCE -> format("%.1f", value);
            case MINIMUM_LUMINANCE, AMBIENT_RATIO -> format("%.2f", value);
            case LUMINANCE_RATIO, ROOM_ILLUMINANCE -> format("%.0f", value);
            case WHITE_COLOUR_WITHIN, WHITE_COLOUR_BETWEEN, WHITE_COLOUR_FROM_D65 -> format("%.4f", value);
            case CONTRAST_DEVIATION,
                    FUNCTION_DEVIATION,
                    NON_UNIFORMITY,
                    MEDIAN_DEVIATION,
                    CENTRE_DEVIATION,
                    BETWEEN_DISPLAYS,
                    WHITE_DRIFT,
                    BLACK_DRIFT -> percent(value);
        };
    }

    /** A share in percent with one decimal: {@code "9.8 %"}. */
    public static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }

    /** A signed change in percent with one decimal: {@code "+0.8 %"}. */
    public static String change(double share) {
        return format("%+.1f %%", 100 * share);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
