package org.candela.displayqa.measure;

import java.util.Optional;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MeterCertificate;
import org.candela.calibration.device.Photometer;

/**
 * A meter with its certificate at hand. Device thread.
 *
 * @param photometer measures
 */
public record CertifiedPhotometer(Photometer photometer, MeterCertificate certificate) implements Photometer {
    @Override
    public Identity identity() {
        return photometer.identity().with(certificate);
    }

    @Override
    public Luminance read() throws DeviceException {
        return photometer.read();
    }

    @Override
    public Optional<Tristimulus> readColour() throws DeviceException {
        return photometer.readColour();
    }

    @Override
    public Seen measure() throws DeviceException {
        return photometer.measure();
    }
}
