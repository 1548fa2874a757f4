package org.candela.calibration.device;

import org.candela.calibration.GammaRamp;

/** Tables of which a {@link VendorGuard} lets none be loaded on a managed display. */
record GuardedGraphicsLut(GraphicsLut tables, VendorGuard guard) implements ForwardingGraphicsLut {
    @Override
    public void load(DisplayDevice display, GammaRamp ramp) throws DeviceException {
        guard.requireUnmanaged(display);
        tables.load(display, ramp);
    }
}
