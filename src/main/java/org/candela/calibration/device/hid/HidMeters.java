package org.candela.calibration.device.hid;

import java.util.List;
import org.candela.base.Cancellation;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MeterSource;
import org.candela.calibration.device.OpenMeter;

/** The HID meters that are plugged in. Device thread. */
// [impl->req~device.hid-port~1]
public final class HidMeters implements MeterSource {
    private static final String NAME = "hid";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<AttachedMeter> attached(Cancellation cancellation) {
        return Hid4JavaPort.attached(ColorHug.USB_IDS).stream()
                .map(device -> AttachedMeter.meter(NAME, device.path(), "Hughski", "ColorHug")
                        .withSerial(device.serial()))
                .toList();
    }

    /** Opens it with its calibration for LCD panels. */
    @Override
    public OpenMeter open(AttachedMeter meter, Cancellation cancellation) throws DeviceException {
        Hid4JavaPort.Device device = Hid4JavaPort.attached(ColorHug.USB_IDS).stream()
                .filter(candidate -> candidate.path().equals(meter.port()))
                .findFirst()
                .orElseThrow(() -> new DeviceException("device.gone", meter.id(), "it was unplugged"));
        return ColorHug.open(Hid4JavaPort.open(device), ColorHug.Panel.LCD, cancellation);
    }
}
