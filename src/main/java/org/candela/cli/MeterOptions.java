package org.candela.cli;

import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.calibration.device.ChosenMeter;
import org.candela.calibration.device.Photometer;
import picocli.CommandLine.Option;

/** Which meter is meant. */
// [impl->req~cli.meter~1]
final class MeterOptions {
    @Option(
            names = "--meter",
            paramLabel = "ID",
            description =
                    "Id as candela qa sensors lists it; \"serial:PORT\" for a meter on a serial line, \"typed\" for"
                            + " one that is read by eye.")
    private String id = "";

    @Option(names = "--meter-make", paramLabel = "TEXT", description = "Its maker; of a typed one.")
    private String make = "";

    @Option(
            names = "--meter-model",
            paramLabel = "TEXT",
            description = "Its model; of a typed one, and on a serial line: CS-100A, LS-100, CS-200, K-10.")
    private String model = "";

    @Option(
            names = "--meter-serial",
            paramLabel = "TEXT",
            description = "Its serial number; of a typed one, and of a Konica Minolta, which does not tell it.")
    private String serial = "";

    @Option(
            names = "--meter-aim",
            paramLabel = "AIM",
            description =
                    "contact: it lies on the screen; telescopic: it stands before it and sees the room too. Without it"
                            + " as such meters are; typed ones are telescopic.")
    private String aim = "";

    /** The meter named; empty when none was. */
    Optional<ChosenMeter> named() throws CandelaException {
        if (id.isBlank()) {
            boolean isHalf = !(make + model + serial + aim).isBlank();
            if (isHalf) {
                throw new CandelaException("cli.which-meter", "--meter-… tells more of a meter: name it by --meter ID");
            }
            return Optional.empty();
        }
        return Optional.of(new ChosenMeter(id.strip(), make.strip(), model.strip(), serial.strip(), aim()));
    }

    private Optional<Photometer.Aim> aim() throws CandelaException {
        return switch (aim) {
            case "" -> Optional.empty();
            case "contact" -> Optional.of(Photometer.Aim.CONTACT);
            case "telescopic" -> Optional.of(Photometer.Aim.TELESCOPIC);
            default ->
                throw new CandelaException("cli.bad-aim", "--meter-aim " + aim + ": there are contact and telescopic");
        };
    }
}
