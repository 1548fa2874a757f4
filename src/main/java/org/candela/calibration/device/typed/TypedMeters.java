package org.candela.calibration.device.typed;

import java.util.List;
import org.candela.base.Cancellation;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MeterSource;
import org.candela.calibration.device.OpenMeter;
import org.candela.calibration.device.Photometer.Aim;
import org.candela.calibration.device.Typist;

/** Any meter with a display, read by eye. Always within reach, and must be named. Device thread. */
// [impl->req~device.typed-source~1]
public final class TypedMeters implements MeterSource {
    /** Its name, which is its id too: it has no port. */
    public static final String NAME = "typed";

    /** For where meters are only listed. */
    public static final TypedMeters UNREAD = new TypedMeters(question -> new Typist.Answer.GivenUp());

    private final Typist typist;

    /** @param typist asked for each reading */
    public TypedMeters(Typist typist) {
        this.typist = typist;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<AttachedMeter> attached(Cancellation cancellation) {
        return List.of(new AttachedMeter(
                AttachedMeter.Kind.HAND, "", "meter with a display, readings typed", "", "", NAME, false));
    }

    @Override
    public OpenMeter open(AttachedMeter meter, Cancellation cancellation) throws DeviceException {
        typist.require();
        Aim aim = meter.aim().orElse(Aim.TELESCOPIC);
        try {
            return new TypedPhotometer(
                    typist, new TypedPhotometer.Meter(meter.make(), meter.model(), meter.serial(), aim));
        } catch (IllegalArgumentException e) {
            throw new DeviceException(
                    "device.unsupported", NAME, "say make, model and serial number of the meter that is read", e);
        }
    }
}
