package org.candela.report.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A length as written in prose.
 *
 * @param unit {@code mm}, {@code cm}, {@code px}, or empty when the number stands alone
 */
record Quantity(double value, String unit) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<![\\w.])(\\d{1,6}(?:\\.\\d{1,6})?)(?:\\s*(mm|cm|px|millimet(?:er|re)s?|centimet(?:er|re)s?|pixels?)\\b)?",
            Pattern.CASE_INSENSITIVE);

    /** Every number in {@code text} with its unit; in {@code 2.3 x 1.1 cm} the first number takes the unit of the second. */
    static List<Quantity> in(String text) {
        String spread = text.replaceAll("(?i)(\\d)\\s*[x×]\\s*(\\d+(?:\\.\\d+)?)\\s*(mm|cm|px)\\b", "$1 $3 x $2 $3");
        return WRITTEN.matcher(spread).results().map(Quantity::of).toList();
    }

    private static Quantity of(MatchResult match) {
        String written = match.group(2);
        return new Quantity(Double.parseDouble(match.group(1)), written == null ? "" : shortForm(written));
    }

    private static String shortForm(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mil")) {
            return "mm";
        }
        if (lower.startsWith("cen")) {
            return "cm";
        }
        return lower.startsWith("pix") ? "px" : lower;
    }

    /** The length in {@code mm}; a number without unit counts as {@code unitIfNone}. Pixels stay pixels. */
    double inMillimetres(String unitIfNone) {
        String counted = unit.isEmpty() ? unitIfNone : unit;
        return counted.equals("cm") ? value * 10 : value;
    }

    boolean isPixels() {
        return unit.equals("px");
    }

    @Override
    public String toString() {
        String number = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
