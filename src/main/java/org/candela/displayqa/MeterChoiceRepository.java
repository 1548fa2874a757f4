package org.candela.displayqa;

import java.util.Optional;
import org.candela.calibration.device.ChosenMeter;
import org.candela.calibration.device.Photometer;
import org.candela.displayqa.ledger.Said;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table meter_choice of V120. */
final class MeterChoiceRepository {
    private MeterChoiceRepository() {}

    static void append(Tx tx, ChosenMeter meter, Said by) throws StoreException {
        tx.update(
                "INSERT INTO meter_choice (meter, make, model, serial, aim, chosen_at, chosen_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                meter.id(),
                meter.make(),
                meter.model(),
                meter.serial(),
                meter.aim(),
                by.at(),
                by.operator());
    }

    static Optional<ChosenMeter> latest(Tx tx) throws StoreException {
        return tx.one("SELECT * FROM meter_choice ORDER BY sequence DESC LIMIT 1", MeterChoiceRepository::read);
    }

    private static ChosenMeter read(Row row) throws StoreException {
        return new ChosenMeter(
                row.string("meter"),
                row.string("make"),
                row.string("model"),
                row.string("serial"),
                row.optionalString("aim").map(Photometer.Aim::valueOf));
    }
}
