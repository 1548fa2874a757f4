package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.calibration.device.MeterCertificate;
import org.candela.calibration.device.Photometer;
import org.candela.displayqa.ledger.Said;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candela qa certify}: enters what a laboratory says of a meter. Without it nothing that it measures is assessed. */
// [impl->req~displayqa.certificate~1]
@Command(
        name = "certify",
        description = "Enters the calibration certificate of a meter; the last one entered for its serial counts.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class QaCertify implements Callable<Integer> {
    private final QaDesk desk;

    @Option(
            names = "--make",
            required = true,
            paramLabel = "TEXT",
            description = "Maker, as candela qa sensors lists it.")
    private String make;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "TEXT",
            description = "Model, as candela qa sensors lists it.")
    private String model;

    @Option(names = "--serial", required = true, paramLabel = "TEXT", description = "Serial number.")
    private String serial;

    @Option(names = "--number", required = true, paramLabel = "TEXT", description = "Number of the certificate.")
    private String number;

    @Option(
            names = "--issuer",
            required = true,
            paramLabel = "TEXT",
            description = "Laboratory, and what it traces to.")
    private String issuer;

    @Option(names = "--calibrated", required = true, paramLabel = "YYYY-MM-DD", description = "Day of the calibration.")
    private LocalDate calibrated;

    @Option(names = "--due", required = true, paramLabel = "YYYY-MM-DD", description = "Last day on which it holds.")
    private LocalDate due;

    @Option(
            names = "--uncertainty",
            paramLabel = "PERCENT",
            description = "Stated relative uncertainty; without it \"not stated\".")
    private @Nullable Double uncertaintyPercent;

    @Mixin
    private final Output output = new Output();

    QaCertify(QaDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        Photometer.Identity meter = Photometer.Identity.of(make, model, serial, Photometer.Aim.CONTACT);
        MeterCertificate certificate = certificate();
        desk.onLedger(ledger -> {
            ledger.certify(meter, certificate, new Said(desk.clock().instant(), "command line"));
            return true;
        });
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("meter", meter.text())
                        .put("number", certificate.number())
                        .put("due", certificate.due().toString()),
                meter.text() + ": certificate " + certificate.number() + " holds until " + certificate.due());
        return 0;
    }

    private MeterCertificate certificate() throws CandelaException {
        try {
            if (serial.isBlank()) {
                throw new IllegalArgumentException("a meter is known by its serial number");
            }
            double uncertainty = uncertaintyPercent == null ? Double.NaN : uncertaintyPercent / 100;
            return new MeterCertificate(number, issuer, calibrated, due, uncertainty);
        } catch (IllegalArgumentException e) {
            throw new CandelaException("cli.bad-certificate", String.valueOf(e.getMessage()), e);
        }
    }
}
