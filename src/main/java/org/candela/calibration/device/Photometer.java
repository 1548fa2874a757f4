package org.candela.calibration.device;

import java.time.LocalDate;
import java.util.Optional;
import org.candela.calibration.Luminance;

/** A luminance meter on or before a screen. Device thread. */
public interface Photometer {
    /** Who measures. */
    Identity identity();

    /** One reading of what is before the meter now. */
    Luminance read() throws DeviceException;

    /**
     * Identity of a meter.
     *
     * @param calibrationDue until when its own calibration holds; empty when unknown, so that results are not assessed
     * @param isSimulated whether no such meter exists: the mark goes into every record and report
     */
    record Identity(String make, String model, String serial, Optional<LocalDate> calibrationDue, boolean isSimulated) {
        /** As a report names it; a simulated meter cannot be overlooked. */
        public String text() {
            return (isSimulated ? "SIMULATED " : "") + make + " " + model + " " + serial;
        }
    }
}
