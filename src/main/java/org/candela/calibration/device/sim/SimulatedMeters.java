package org.candela.calibration.device.sim;

import java.util.List;
import org.candela.base.Cancellation;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MeterSource;
import org.candela.calibration.device.OpenMeter;

/** A meter and a sensor that do not exist, as a shelf lists them. Device thread. */
// [impl->req~device.simulated~1]
public final class SimulatedMeters implements MeterSource {
    private static final String NAME = "sim";
    private static final List<AttachedMeter> ALL = List.of(
            of(AttachedMeter.Kind.METER, "simulated photometer", "SIM-0"),
            of(AttachedMeter.Kind.AMBIENT_SENSOR, "simulated ambient light sensor", "SIM-3"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<AttachedMeter> attached(Cancellation cancellation) {
        return ALL;
    }

    /** What measures is made with the monitor that it measures. */
    @Override
    public OpenMeter open(AttachedMeter meter, Cancellation cancellation) throws DeviceException {
        throw new DeviceException(
                "device.unsupported", meter.text(), "it comes with the simulated monitor it measures");
    }

    private static AttachedMeter of(AttachedMeter.Kind kind, String model, String serial) {
        return new AttachedMeter(kind, "Candela", model, serial, serial, NAME, true);
    }
}
