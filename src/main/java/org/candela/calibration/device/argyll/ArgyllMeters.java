package org.candela.calibration.device.argyll;

import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.calibration.device.AmbientLightSensor;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MeterSource;
import org.candela.calibration.device.OpenMeter;
import org.candela.calibration.device.Photometer;

/** The meters that spotread knows by their port alone; what hangs on serial lines it would have to ask. Device thread. */
// [impl->req~device.spotread-list~1]
public final class ArgyllMeters implements MeterSource {
    private static final String NAME = "argyll";

    private final Optional<Spotread> spotread;

    private ArgyllMeters(Optional<Spotread> spotread) {
        this.spotread = spotread;
    }

    public static ArgyllMeters by(Spotread spotread) {
        return new ArgyllMeters(Optional.of(spotread));
    }

    /** Where ArgyllCMS is not installed. */
    public static ArgyllMeters missing() {
        return new ArgyllMeters(Optional.empty());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<AttachedMeter> attached(Cancellation cancellation) throws DeviceException {
        return installed().instruments(cancellation).stream()
                .filter(ArgyllInstrument::isKnown)
                .map(ArgyllMeters::attached)
                .toList();
    }

    private static AttachedMeter attached(ArgyllInstrument instrument) {
        return AttachedMeter.meter(NAME, instrument.path(), instrument.maker(), instrument.name());
    }

    @Override
    public OpenMeter open(AttachedMeter meter, Cancellation cancellation) throws DeviceException {
        return ArgyllPhotometer.open(installed(), instrument(meter, cancellation), use(meter), cancellation);
    }

    /** Whether the instrument has a diffuser shows when it is read: spotread says so. */
    @Override
    public Optional<AmbientLightSensor> lightSensor(AttachedMeter meter, Cancellation cancellation)
            throws DeviceException {
        return Optional.of(new ArgyllAmbientSensor(installed(), instrument(meter, cancellation), cancellation));
    }

    private ArgyllInstrument instrument(AttachedMeter meter, Cancellation cancellation) throws DeviceException {
        return installed().instruments(cancellation).stream()
                .filter(candidate -> candidate.path().equals(meter.port()))
                .findFirst()
                .orElseThrow(() -> new DeviceException("device.gone", meter.id(), "it was unplugged"));
    }

    private static ArgyllPhotometer.Use use(AttachedMeter meter) {
        return meter.aim().filter(Photometer.Aim::seesRoom).isPresent()
                ? ArgyllPhotometer.Use.TELESCOPIC
                : ArgyllPhotometer.Use.CONTACT;
    }

    private Spotread installed() throws DeviceException {
        return spotread.orElseThrow(() -> new DeviceException("device.missing", "spotread", Spotread.INSTALL));
    }
}
