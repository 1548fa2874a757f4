package org.candela.calibration.device;

import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;

/** One way to reach meters. Device thread. */
public interface MeterSource {
    /** Short name without blanks, as {@code "argyll"}. */
    String name();

    /**
     * What is attached now; opens no more than it must.
     *
     * @throws DeviceException when it cannot look; {@code device.missing} says what to install
     */
    List<AttachedMeter> attached(Cancellation cancellation) throws DeviceException;

    /**
     * Opens a meter that this source told of.
     *
     * @throws DeviceException when it cannot be used; {@code device.unsupported} when it measures no screens
     */
    OpenMeter open(AttachedMeter meter, Cancellation cancellation) throws DeviceException;

    /**
     * A meter of this source as a sensor of the light of the room, with its diffuser before it; empty where it has none.
     *
     * @throws DeviceException when it is no longer there
     */
    default Optional<AmbientLightSensor> lightSensor(AttachedMeter meter, Cancellation cancellation)
            throws DeviceException {
        return Optional.empty();
    }
}
