package org.candela.calibration.device;

import org.candela.calibration.GammaRamp;

/** The table between frame buffer and panel, one a display. Device thread. */
public interface GraphicsLut {
    /** Number of inputs of the display's table. */
    int size(DisplayDevice display) throws DeviceException;

    /** The table as it is now. */
    GammaRamp read(DisplayDevice display) throws DeviceException;

    /**
     * Loads {@code ramp} and reads it back.
     *
     * @throws DeviceException when the display refuses it, or holds another ramp afterwards
     */
    void load(DisplayDevice display, GammaRamp ramp) throws DeviceException;

    /** From now on what is in force counts as found: a driver that puts ramps back at its end leaves this display alone. */
    default void leave(DisplayDevice display) {}
}
