package org.candela.displayqa.ledger;

import java.util.Optional;
import org.candela.calibration.Illuminance;
import org.candela.calibration.Luminance;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.displayqa.measure.TestBench;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The tables room_light of V115 and room_illuminance of V116. */
final class RoomLightRepository {
    private RoomLightRepository() {}

    static void append(Tx tx, Luminance ambient, Said by) throws StoreException {
        tx.update(
                "INSERT INTO room_light (cd_per_m2, entered_at, entered_by) VALUES (?, ?, ?)",
                ambient.cdPerM2(),
                by.at(),
                by.operator());
    }

    static void append(Tx tx, RoomIlluminance light, Said by) throws StoreException {
        tx.update(
                "INSERT INTO room_illuminance (lux, source, measured_at, measured_by, entered_at, entered_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                light.light().lux(),
                light.source(),
                light.at(),
                light.by(),
                by.at(),
                by.operator());
    }

    static Optional<RoomIlluminance> latestIlluminance(Tx tx) throws StoreException {
        return tx.one(
                "SELECT * FROM room_illuminance ORDER BY id DESC LIMIT 1",
                row -> new RoomIlluminance(
                        new Illuminance(row.doubleValue("lux")),
                        TestBench.AmbientSource.valueOf(row.string("source")),
                        row.instant("measured_at"),
                        row.string("measured_by")));
    }

    static Optional<Luminance> latest(Tx tx) throws StoreException {
        return tx.one(
                "SELECT cd_per_m2 FROM room_light ORDER BY id DESC LIMIT 1",
                row -> new Luminance(row.doubleValue("cd_per_m2")));
    }
}
