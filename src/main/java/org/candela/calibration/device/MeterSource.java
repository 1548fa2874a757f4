package org.candela.calibration.device;

import java.util.List;
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
}
