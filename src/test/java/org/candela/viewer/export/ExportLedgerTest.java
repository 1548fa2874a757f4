package org.candela.viewer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.candela.MovableClock;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportLedgerTest {
    @TempDir
    private Path folder;

    // [utest->req~export.confirmed~1]
    @Test
    void whatAReaderConfirmedStandsInTheAuditLogWithItsRisks() throws Exception {
        MovableClock clock = new MovableClock();
        try (Database database = Database.open(folder.resolve("candela.db"), clock)) {
            new ExportLedger(database, clock, "reader")
                    .confirmed(new ExportRecord.Confirmation(
                            "0123456789ab", ExportForm.PNG, 7, Set.of(PixelRisk.KIND, PixelRisk.NOT_DENIED)));

            List<String> kept = database.read(tx -> tx.query(
                    "SELECT action || ' ' || subject || ' ' || detail AS line FROM audit_event",
                    row -> row.string("line")));
            assertEquals(1, kept.size());
            assertTrue(kept.get(0).startsWith("EXPORTED 0123456789ab"), kept.get(0));
            assertTrue(kept.get(0).contains("[NOT_DENIED, KIND]") && kept.get(0).contains("7"), kept.get(0));
        }
    }
}
