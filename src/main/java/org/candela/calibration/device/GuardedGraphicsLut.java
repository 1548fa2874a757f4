package org.candela.calibration.device;

import org.candela.calibration.GammaRamp;

/** Tables of which a {@link VendorGuard} lets none be loaded on a managed display. */
record GuardedGraphicsLut(GraphicsLut tables, VendorGuard guard) implements GraphicsLut {
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
        guard.requireUnmanaged(display);
        tables.load(display, ramp);
    }

    @Override
    public void leave(DisplayDevice display) {
        tables.leave(display);
    }
}
