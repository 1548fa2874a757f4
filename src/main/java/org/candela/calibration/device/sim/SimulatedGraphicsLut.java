package org.candela.calibration.device.sim;

import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.GraphicsLut;

/**
 * The graphics LUT before a {@link SimulatedMonitor}: holds exactly what is loaded. One without effect, as under XWayland, gives
 * back what was loaded, and the panel never sees it. Device thread.
 */
public final class SimulatedGraphicsLut implements GraphicsLut {
    private final SimulatedMonitor monitor;
    private final boolean isActing;
    private GammaRamp held;

    public SimulatedGraphicsLut(SimulatedMonitor monitor) {
        this(monitor, Acting.ACTS);
    }

    private SimulatedGraphicsLut(SimulatedMonitor monitor, Acting acting) {
        this.monitor = monitor;
        this.isActing = acting == Acting.ACTS;
        this.held = monitor.ramp();
    }

    private enum Acting {
        ACTS,
        PRETENDS
    }

    /** One that takes every ramp, gives it back, and shows none. */
    public static SimulatedGraphicsLut withoutEffect(SimulatedMonitor monitor) {
        return new SimulatedGraphicsLut(monitor, Acting.PRETENDS);
    }

    @Override
    public int size(DisplayDevice display) {
        return read(display).size();
    }

    @Override
    public GammaRamp read(DisplayDevice display) {
        return isActing ? monitor.ramp() : held;
    }

    @Override
    public void load(DisplayDevice display, GammaRamp ramp) throws DeviceException {
        if (ramp.size() != size(display)) {
            throw new DeviceException(
                    "device.refused", display.connector(), "takes " + size(display) + " inputs, not " + ramp.size());
        }
        held = ramp;
        if (isActing) {
            monitor.load(ramp);
        }
    }
}
