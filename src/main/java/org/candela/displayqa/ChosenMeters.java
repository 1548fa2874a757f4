package org.candela.displayqa;

import java.util.Optional;
import org.candela.calibration.device.ChosenMeter;
import org.candela.displayqa.ledger.Said;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** Remembers which meter displays are measured with. Blocks on the disk. */
// [impl->req~displayqa.chosen-meter~1]
public final class ChosenMeters {
    private final Database database;

    public ChosenMeters(Database database) {
        this.database = database;
    }

    /** The one chosen last; empty where nobody ever chose. */
    public Optional<ChosenMeter> remembered() throws StoreException {
        return database.read(MeterChoiceRepository::latest);
    }

    /** From now on this one, until another is chosen. */
    public void remember(ChosenMeter meter, Said by) throws StoreException {
        database.change(tx -> MeterChoiceRepository.append(tx, meter, by));
    }
}
