package org.candela.displayqa.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.candela.calibration.device.MeterCertificate;
import org.candela.calibration.device.Photometer;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table meter_certificate of V112. */
final class MeterCertificateRepository {
    private MeterCertificateRepository() {}

    static void append(Tx tx, Photometer.Identity meter, MeterCertificate certificate, Said by) throws StoreException {
        tx.update(
                "INSERT INTO meter_certificate (make, model, serial, number, issuer, calibrated_on, due,"
                        + " relative_uncertainty, entered_at, entered_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                meter.make(),
                meter.model(),
                meter.serial(),
                certificate.number(),
                certificate.issuer(),
                certificate.calibratedOn().toString(),
                certificate.due().toString(),
                Double.isNaN(certificate.relativeUncertainty())
                        ? Optional.empty()
                        : Optional.of(certificate.relativeUncertainty()),
                by.at(),
                by.operator());
    }

    static Optional<MeterCertificate> latest(Tx tx, Photometer.Identity meter) throws StoreException {
        return tx.one(
                "SELECT * FROM meter_certificate WHERE make = ? AND model = ? AND serial = ? ORDER BY id DESC LIMIT 1",
                MeterCertificateRepository::read,
                meter.make(),
                meter.model(),
                meter.serial());
    }

    private static MeterCertificate read(Row row) throws StoreException {
        return new MeterCertificate(
                row.string("number"),
                row.string("issuer"),
                LocalDate.parse(row.string("calibrated_on")),
                LocalDate.parse(row.string("due")),
                row.optionalDouble("relative_uncertainty").orElse(Double.NaN));
    }
}
