package org.candela.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.base.Uid;

/**
 * A measurement made on an image, as the report refers to it.
 *
 * @param value as measured, > 0, in {@code unit}
 * @param frameIndex 0-based frame of the image
 */
public record LinkedMeasurement(double value, Unit unit, Uid sopInstanceUid, int frameIndex) {
    private static final Pattern SAID =
            Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)(?:\\s*(mm|cm|px)\\b)?", Pattern.CASE_INSENSITIVE);

    /** Reports round to whole millimetres or to a tenth; half a millimetre covers both. */
    private static final double ROUNDING = 0.5;

    public LinkedMeasurement {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a measurement is a positive number: " + value);
        }
        if (frameIndex < 0) {
            throw new IllegalArgumentException("frames count from 0: " + frameIndex);
        }
    }

    /** The measurement as it is written into a field, to a tenth: {@code 12.4 mm}. */
    public String text() {
        return number() + " " + unit.symbol();
    }

    /** The measurement as it is written where {@code printedUnit} follows anyway: the number alone if the units agree. */
    public String textIn(String printedUnit) {
        return printedUnit.equals(unit.symbol()) ? number() : text();
    }

    /**
     * Whether {@code written} says it: rounded to half a millimetre, in mm or cm; pixels stay pixels.
     *
     * @param unitIfNone what a number without a unit counts in
     */
    public boolean isSaidBy(String written, String unitIfNone) {
        Matcher said = SAID.matcher(written);
        if (!said.find()) {
            return false;
        }
        String own = said.group(2) == null ? unitIfNone : said.group(2).toLowerCase(Locale.ROOT);
        boolean isPixels = own.equals("px");
        double millimetres = Double.parseDouble(said.group(1)) * (own.equals("cm") ? 10 : 1);
        return !own.isEmpty() && isPixels == (unit == Unit.PIXEL) && Math.abs(millimetres - value) <= ROUNDING;
    }

    private String number() {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** What a length is counted in. */
    public enum Unit {
        MILLIMETRE("mm"),
        /** A projection image measured where the detector was: longer than in the patient. */
        DETECTOR_MILLIMETRE("mm at detector, not corrected for magnification"),
        /** A projection image corrected by an estimate of the magnification. */
        ESTIMATED_MILLIMETRE("mm (estimated magnification corrected)"),
        /** A projection image whose file does not say what its spacing refers to. */
        UNSTATED_MILLIMETRE("mm (calibration not stated)"),
        /** An image whose reader told the size of its pixels by a line of known length. */
        READER_MILLIMETRE("mm (calibrated by reader)"),
        /** An image without calibrated spacing. */
        PIXEL("px");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }
    }
}
