package org.candela.calibration.device.sim;

import org.candela.calibration.Illuminance;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.AmbientLightSensor;
import org.candela.calibration.device.DeviceException;

/** A sensor of the light in a {@link SimulatedRoom}; its identity says SIMULATED. Device thread. */
// [impl->req~device.simulated~1]
public final class SimulatedAmbientSensor implements AmbientLightSensor {
    private static final String IDENTITY = "SIMULATED Candela ambient light sensor SIM-3";

    private final SimulatedRoom room;
    private final SimulatedFaults faults = new SimulatedFaults(IDENTITY);

    public SimulatedAmbientSensor(SimulatedRoom room) {
        this.room = room;
    }

    @Override
    public String identity() {
        return IDENTITY;
    }

    /** Pulls the plug. */
    public void unplug() {
        faults.unplug();
    }

    /** Makes the next {@code count} readings time out. */
    public void silence(int count) {
        faults.silence(count);
    }

    @Override
    public Illuminance read() throws DeviceException {
        double lux = room.illuminance().lux();
        return new Illuminance(faults.told(new Tristimulus(lux, lux, lux)).y());
    }
}
