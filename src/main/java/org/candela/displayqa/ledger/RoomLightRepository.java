package org.candela.displayqa.ledger;

import java.util.Optional;
import org.candela.calibration.Luminance;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table room_light of V115. */
final class RoomLightRepository {
    private RoomLightRepository() {}

    static void append(Tx tx, Luminance ambient, Said by) throws StoreException {
        tx.update(
                "INSERT INTO room_light (cd_per_m2, entered_at, entered_by) VALUES (?, ?, ?)",
                ambient.cdPerM2(),
                by.at(),
                by.operator());
    }

    static Optional<Luminance> latest(Tx tx) throws StoreException {
        return tx.one(
                "SELECT cd_per_m2 FROM room_light ORDER BY id DESC LIMIT 1",
                row -> new Luminance(row.doubleValue("cd_per_m2")));
    }
}
