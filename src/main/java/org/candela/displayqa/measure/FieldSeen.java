package org.candela.displayqa.measure;

import org.candela.calibration.Uniformity;

/**
 * One even field at nine places of the screen, through the table in force.
 *
 * @param pValue of the field, 0 to 255
 * @param uniformity luminances, ambient light included
 */
public record FieldSeen(int pValue, Uniformity uniformity) implements Finding {
    /** P-value of TG18-UN80, as most standards ask. */
    public static final int BRIGHT = 204;
    /** P-value in the middle of the scale, the second level of Report 270. */
    public static final int MIDDLE = 128;
    /** P-value of TG18-UN10. */
    public static final int DARK = 26;

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.field(this);
    }
}
