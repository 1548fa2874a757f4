package org.candela.calibration.device;

import org.candela.calibration.GammaRamp;

/** Stands before other tables and passes on what it does not change; loading is left to say. */
interface ForwardingGraphicsLut extends GraphicsLut {
    /** Those behind. */
    GraphicsLut tables();

    @Override
    default int size(DisplayDevice display) throws DeviceException {
        return tables().size(display);
    }

    @Override
    default GammaRamp read(DisplayDevice display) throws DeviceException {
        return tables().read(display);
    }

    @Override
    default void leave(DisplayDevice display) {
        tables().leave(display);
    }
}
