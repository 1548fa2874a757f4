package org.candela.displayqa;

import org.candela.calibration.Quantity;

/** Kinds of run. */
public enum QaKind {
    /** A table was made and proven by a second measuring pass. */
    CALIBRATION("Calibration and conformance"),
    /** The table in force was measured at 18 levels. */
    CONSTANCY("Constancy test"),
    /** Before a shift: white, black, and whether the graphics LUT is still the one calibrated with. */
    QUICK_CHECK("Pre-shift check"),
    /** One even field was measured at nine places. */
    UNIFORMITY("Uniformity test");

    private final String title;

    QaKind(String title) {
        this.title = title;
    }

    /** Whether such a run measures the quantity, and so is judged by its limit. */
    public boolean tests(Quantity quantity) {
        return switch (quantity) {
            case MAXIMUM_LUMINANCE, MINIMUM_LUMINANCE, LUMINANCE_RATIO, AMBIENT_RATIO -> this != UNIFORMITY;
            case CONTRAST_DEVIATION -> this == CALIBRATION || this == CONSTANCY;
            case NON_UNIFORMITY, MEDIAN_DEVIATION, CENTRE_DEVIATION -> this == UNIFORMITY;
            case BETWEEN_DISPLAYS,
                    WHITE_COLOUR_WITHIN,
                    WHITE_COLOUR_BETWEEN,
                    WHITE_COLOUR_FROM_D65,
                    WHITE_DRIFT,
                    BLACK_DRIFT,
                    ROOM_ILLUMINANCE -> false;
        };
    }

    /** As reports name it. */
    public String title() {
        return title;
    }
}
