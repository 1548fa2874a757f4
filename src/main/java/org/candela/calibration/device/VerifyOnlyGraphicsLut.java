package org.candela.calibration.device;

import org.candela.calibration.GammaRamp;

/** Tables that can be read where none can be loaded with effect. */
// [impl->req~device.no-silent-ramp~1]
record VerifyOnlyGraphicsLut(GraphicsLut tables, String reason) implements GraphicsLut {
    @Override
    public int size(DisplayDevice display) throws DeviceException {
        return tables.size(display);
    }

    @Override
    public GammaRamp read(DisplayDevice display) throws DeviceException {
        return tables.read(display);
    }

    @Override
    public void load(DisplayDevice display, GammaRamp ramp) throws DeviceException {
        throw new DeviceException("device.verify-only", display.connector(), reason);
    }

    @Override
    public void leave(DisplayDevice display) {
        tables.leave(display);
    }
}
