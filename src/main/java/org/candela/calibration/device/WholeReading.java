package org.candela.calibration.device;

import java.util.Optional;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;

/** A photometer whose one reading tells all that it sees: whoever asks for a part of it gets that of a whole reading. */
public interface WholeReading extends Photometer {
    @Override
    Seen measure() throws DeviceException;

    @Override
    default Luminance read() throws DeviceException {
        return measure().luminance();
    }

    @Override
    default Optional<Tristimulus> readColour() throws DeviceException {
        return measure().colour();
    }
}
