package org.candela.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.candela.purge.Holdings.Stay;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~purge.holdings~1]
class HoldingsTest {
    /** Names of columns that hold or lead to a patient. */
    private static final Set<String> OF_PATIENTS = Set.of(
            "patient_id",
            "patient_name",
            "patient_birth_date",
            "accession",
            "accession_number",
            "study_uid",
            "series_uid",
            "sop_instance_uid",
            "report_id",
            "draft_id",
            "prior_uid",
            "one_series",
            "study_hash");

    @Test
    void everyTableHasAWordOnHowLongItStays(@TempDir Path folder) throws Exception {
        try (Database database = Database.open(folder.resolve("candela.db"), Clock.systemUTC())) {
            List<String> tables = database.read(tx -> tx.query(
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
                    row -> row.string("name")));

            assertEquals(new TreeSet<>(tables), new TreeSet<>(Holdings.tables().keySet()));
            for (String table : tables) {
                List<String> columns = database.read(tx ->
                        tx.query("SELECT name FROM pragma_table_info('" + table + "')", row -> row.string("name")));
                Stay stay = Holdings.tables().get(table);
                assertTrue(
                        (stay != Stay.OWN && stay != Stay.CONTRACT)
                                || columns.stream().noneMatch(OF_PATIENTS::contains),
                        table + " leads to a patient and stays for good");
                assertTrue(
                        stay != Stay.CONTRACT || columns.contains("facility_id"),
                        table + " is deleted by its facility");
            }
        }
    }
}
