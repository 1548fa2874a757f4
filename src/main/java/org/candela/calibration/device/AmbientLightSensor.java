package org.candela.calibration.device;

import org.candela.calibration.Illuminance;

/** Measures the light of the room. Device thread; each call ends within the driver's time limit. */
public interface AmbientLightSensor {
    /** Which sensor, as a report names it: make, model, serial or path; a simulated one says so. */
    String identity();

    /** The light that falls on the sensor now. */
    Illuminance read() throws DeviceException;
}
