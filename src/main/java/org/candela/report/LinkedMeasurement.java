package org.candela.report;

import java.util.Locale;
import org.candela.base.Uid;

/**
 * A measurement made on an image, as the report refers to it.
 *
 * @param value as measured, > 0, in {@code unit}
 * @param frameIndex 0-based frame of the image
 */
public record LinkedMeasurement(double value, Unit unit, Uid sopInstanceUid, int frameIndex) {
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
