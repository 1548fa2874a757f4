package org.candela.drill;

import java.util.List;
import java.util.Optional;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code disconnect_drill}. */
final class DrillRepository {
    private DrillRepository() {}

    /** Reads the steps of a row. */
    @FunctionalInterface
    interface Steps {
        List<DrillStep> of(String json) throws StoreException;
    }

    static void insert(Tx tx, DrillRecord drill, String reader, String steps) throws StoreException {
        tx.update(
                "INSERT INTO disconnect_drill (run_at, reader, mark, steps) VALUES (?, ?, ?, ?)",
                drill.at(),
                reader,
                drill.mark(),
                steps);
    }

    static Optional<DrillRecord> last(Tx tx, Steps steps) throws StoreException {
        return tx.one(
                "SELECT * FROM disconnect_drill ORDER BY id DESC LIMIT 1",
                row -> new DrillRecord(row.instant("run_at"), steps.of(row.string("steps"))));
    }
}
