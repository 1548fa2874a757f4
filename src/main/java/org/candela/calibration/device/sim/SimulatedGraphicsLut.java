package org.candela.calibration.device.sim;

import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.GraphicsLut;

/** The graphics LUT before a {@link SimulatedMonitor}: holds exactly what is loaded. Device thread. */
public final class SimulatedGraphicsLut implements GraphicsLut {
    private final SimulatedMonitor monitor;

    public SimulatedGraphicsLut(SimulatedMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public int size(DisplayDevice display) {
        return monitor.ramp().size();
    }

    @Override
    public GammaRamp read(DisplayDevice display) {
        return monitor.ramp();
    }

    @Override
    public void load(DisplayDevice display, GammaRamp ramp) throws DeviceException {
        if (ramp.size() != size(display)) {
            throw new DeviceException(
                    "device.refused", display.connector(), "takes " + size(display) + " inputs, not " + ramp.size());
        }
        monitor.load(ramp);
    }
}
