package org.candela.calibration.device.serial;

import java.util.List;
import org.candela.base.Cancellation;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MeterSource;
import org.candela.calibration.device.OpenMeter;

/**
 * The serial lines of this machine. What hangs on one must be named: a line that is asked may belong to anything.
 *
 * <p>Models that can be named: CS-100A, LS-100, CS-200, K-10. Device thread.
 */
// [impl->req~device.serial-line~1]
public final class SerialMeters implements MeterSource {
    private static final String NAME = "serial";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<AttachedMeter> attached(Cancellation cancellation) {
        return JSerialCommLine.ports().stream()
                .map(port -> new AttachedMeter(
                        AttachedMeter.Kind.LINE, "", port.description(), port.serial(), port.path(), NAME, false))
                .toList();
    }

    @Override
    public OpenMeter open(AttachedMeter meter, Cancellation cancellation) throws DeviceException {
        return switch (meter.model()) {
            case "CS-100A" -> konica(meter, KonicaPhotometer.Model.CS_100A, cancellation);
            case "LS-100" -> konica(meter, KonicaPhotometer.Model.LS_100, cancellation);
            case "CS-200" ->
                Cs200Photometer.open(
                        JSerialCommLine.open(meter.port(), SerialSettings.KONICA_100), meter.serial(), cancellation);
            case "K-10" -> KleinPhotometer.open(JSerialCommLine.open(meter.port(), SerialSettings.KLEIN), cancellation);
            default ->
                throw new DeviceException(
                        "device.unsupported",
                        meter.id(),
                        "name the meter at its end, one of CS-100A, LS-100, CS-200, K-10; not \"" + meter.model()
                                + "\"");
        };
    }

    private static KonicaPhotometer konica(AttachedMeter meter, KonicaPhotometer.Model model, Cancellation cancellation)
            throws DeviceException {
        return KonicaPhotometer.open(
                JSerialCommLine.open(meter.port(), SerialSettings.KONICA_100), model, meter.serial(), cancellation);
    }
}
