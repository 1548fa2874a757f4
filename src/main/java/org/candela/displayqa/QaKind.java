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
        return switch (this) {
            case CALIBRATION, CONSTANCY -> quantity != Quantity.NON_UNIFORMITY;
            case QUICK_CHECK -> quantity != Quantity.NON_UNIFORMITY && quantity != Quantity.CONTRAST_DEVIATION;
            case UNIFORMITY -> quantity == Quantity.NON_UNIFORMITY;
        };
    }

    /** As reports name it. */
    public String title() {
        return title;
    }
}
