package org.candela.displayqa.watch;

import java.time.Instant;
import java.util.Optional;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table ambient_baseline of V113. */
final class AmbientRepository {
    private AmbientRepository() {}

    record Seen(String sensor, double lux, Instant at) {}

    static void append(Tx tx, StoredRun run, Seen seen) throws StoreException {
        tx.update(
                "INSERT INTO ambient_baseline (run, display, sensor, lux, at) VALUES (?, ?, ?, ?, ?)",
                run.sequence(),
                run.display().value(),
                seen.sensor(),
                seen.lux(),
                seen.at());
    }

    /** Of this sensor alone: another one sees the room from elsewhere. */
    static Optional<Double> baseline(Tx tx, StoredRun run, String sensor) throws StoreException {
        return tx.one(
                "SELECT lux FROM ambient_baseline WHERE run = ? AND display = ? AND sensor = ?",
                row -> row.doubleValue("lux"),
                run.sequence(),
                run.display().value(),
                sensor);
    }
}
