package org.candela.app;

import java.time.Clock;
import org.candela.calibration.device.AmbientLightSensor;
import org.candela.calibration.device.DeviceException;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.displayqa.measure.TestBench;

/** The light of the room, read from a sensor. Device thread. */
final class RoomLight {
    private RoomLight() {}

    static RoomIlluminance read(AmbientLightSensor sensor, Clock clock) throws DeviceException {
        return new RoomIlluminance(sensor.read(), TestBench.AmbientSource.MEASURED, clock.instant(), sensor.identity());
    }
}
