package org.candela.calibration.device;

import java.time.LocalDate;
import java.util.Optional;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;

/** A luminance meter on or before a screen. Device thread; each call ends within the driver's time limit. */
public interface Photometer {
    /** Who measures. */
    Identity identity();

    /** One reading of what is before the meter now. */
    Luminance read() throws DeviceException;

    /** One reading with colour; empty where the meter sees luminance alone. */
    default Optional<Tristimulus> readColour() throws DeviceException {
        return Optional.empty();
    }

    /** One reading with whatever the meter sees of it; drivers that learn both from one reading take no second. */
    default Seen measure() throws DeviceException {
        Optional<Tristimulus> colour = readColour();
        return new Seen(colour.isPresent() ? colour.orElseThrow().luminance() : read(), colour);
    }

    /**
     * What one reading saw.
     *
     * @param colour of the same light; empty where the meter sees luminance alone
     */
    record Seen(Luminance luminance, Optional<Tristimulus> colour) {
        /** Light with its colour. */
        public static Seen of(Tristimulus light) {
            return new Seen(light.luminance(), Optional.of(light));
        }
    }

    /** How a meter looks at the screen, which decides what its readings prove. */
    enum Aim {
        /** Lies on the screen: room light never reaches it. */
        CONTACT,
        /** Stands before the screen: sees what the eye sees, reflected room light included. */
        TELESCOPIC,
        /** Built into the monitor: never proves anything alone. */
        INTERNAL,
        /** Lies on the screen; somebody reads it and types what it shows. */
        TYPED_CONTACT,
        /** Stands before the screen and sees the room too; somebody reads it and types what it shows. */
        TYPED_TELESCOPIC,
        /** No meter: an observer's eye. */
        EYE;

        /** Whether its readings hold the room light that the screen reflects, so that none is added. */
        public boolean seesRoom() {
            return this == TELESCOPIC || this == TYPED_TELESCOPIC;
        }

        /** Whether somebody reads the meter and types. */
        public boolean isTyped() {
            return this == TYPED_CONTACT || this == TYPED_TELESCOPIC;
        }
    }

    /**
     * Identity of a meter.
     *
     * @param serial empty where the meter does not tell it
     * @param firmware empty where the meter does not tell it
     * @param certificate of its own calibration, which a driver cannot know; without one results are not assessed
     * @param isSimulated whether no such meter exists: the mark goes into every record and report
     */
    record Identity(
            String make,
            String model,
            String serial,
            String firmware,
            Aim aim,
            Optional<MeterCertificate> certificate,
            boolean isSimulated) {

        /** A meter that exists, as its driver knows it: without a certificate. */
        public static Identity of(String make, String model, String serial, Aim aim) {
            return new Identity(make, model, serial, "", aim, Optional.empty(), false);
        }

        /** A meter that does not exist. */
        public static Identity simulated(String make, String model, String serial, Aim aim) {
            return new Identity(make, model, serial, "", aim, Optional.empty(), true);
        }

        /** No meter at all: somebody looked. */
        public static Identity eyeOf(String observer) {
            return of("observer", observer, "", Aim.EYE);
        }

        /** The same meter with the firmware it tells. */
        public Identity withFirmware(String told) {
            return new Identity(make, model, serial, told, aim, certificate, isSimulated);
        }

        /** The same meter, with its certificate at hand. */
        public Identity with(MeterCertificate known) {
            return new Identity(make, model, serial, firmware, aim, Optional.of(known), isSimulated);
        }

        /** Until when its own calibration holds. */
        public Optional<LocalDate> calibrationDue() {
            return certificate.map(MeterCertificate::due);
        }

        /** As a report names it; a simulated meter cannot be overlooked. */
        public String text() {
            return (isSimulated ? "SIMULATED " : "") + make + " " + model + " " + serial;
        }
    }
}
