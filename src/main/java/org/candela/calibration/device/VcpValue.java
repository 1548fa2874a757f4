package org.candela.calibration.device;

/**
 * Value of a continuous or non-continuous control of a monitor (VESA MCCS 2.2a 5.1).
 *
 * @param current 0 to 65535
 * @param maximum 0 to 65535; of no meaning for non-continuous controls
 */
public record VcpValue(int current, int maximum) {
    private static final int MOST = 0xFFFF;

    public VcpValue {
        if (current < 0 || current > MOST || maximum < 0 || maximum > MOST) {
            throw new IllegalArgumentException("VCP values have 16 bits: " + current + ", " + maximum);
        }
    }
}
