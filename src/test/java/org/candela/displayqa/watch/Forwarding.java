package org.candela.displayqa.watch;

import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.GraphicsLut;

/** A driver between which and its user a test can stand. */
class Forwarding implements GraphicsLut {
    private final GraphicsLut driver;

    Forwarding(GraphicsLut driver) {
        this.driver = driver;
    }

    @Override
    public int size(DisplayDevice display) throws DeviceException {
        return driver.size(display);
    }

    @Override
    public GammaRamp read(DisplayDevice display) throws DeviceException {
        return driver.read(display);
    }

    @Override
    public void load(DisplayDevice display, GammaRamp ramp) throws DeviceException {
        driver.load(display, ramp);
    }

    @Override
    public void leave(DisplayDevice display) {
        driver.leave(display);
    }
}
