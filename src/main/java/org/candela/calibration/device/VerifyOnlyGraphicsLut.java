package org.candela.calibration.device;

import org.candela.calibration.GammaRamp;

/** Tables that can be read where none can be loaded with effect. */
// [impl->req~device.no-silent-ramp~1]
record VerifyOnlyGraphicsLut(GraphicsLut tables, String reason) implements ForwardingGraphicsLut {
    @Override
    public void load(DisplayDevice display, GammaRamp ramp) throws DeviceException {
        throw new DeviceException("device.verify-only", display.connector(), reason);
    }
}
