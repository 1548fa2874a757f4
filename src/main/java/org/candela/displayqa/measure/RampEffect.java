package org.candela.displayqa.measure;

/** Whether the light of a display follows its graphics LUT. */
public enum RampEffect {
    /** Measured: it does. */
    ACTS,
    /**
     * Measured: it does not, whatever is read back, as under XWayland. Such a LUT holds no table, and what is in it proves
     * nothing.
     */
    WITHOUT_EFFECT,
    /** Nobody measured it. */
    NOT_TRIED
}
