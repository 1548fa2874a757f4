package org.candela.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed reports come over whole when their table is made anew. */
// [utest->req~report.versions~1]
class ReportLineageMigrationTest {
    private static final int LINEAGE = 157;
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-29T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void whatWasSignedAndWhatRefersToItComesOver() throws Exception {
        Path file = folder.resolve("before.db");
        try (Connection connection = Connections.openWriter(file, Optional.empty())) {
            List<Migration> all = MigrationScripts.onClassPath();
            new Migrations(all.stream().filter(one -> one.version() < LINEAGE).toList(), clock).apply(file, connection);
            Tx tx = new Tx(connection);
            for (int version = 1; version <= 2; version++) {
                String meaning = version == 1 ? "PRELIMINARY" : "FINAL";
                tx.update(
                        "INSERT INTO signed_report VALUES ('r', ?, ?, 'north', '1.2', 'then', ?, 'words')",
                        version,
                        meaning,
                        Integer.toString(version).repeat(64));
                tx.update(
                        "INSERT INTO report_conditions VALUES ('r', ?, ?, 'then', '{}', ?)",
                        version,
                        Integer.toString(version).repeat(64),
                        "c".repeat(64));
            }

            new Migrations(all, clock).apply(file, connection);

            assertEquals(
                    List.of("1 PRELIMINARY", "2 FINAL"),
                    tx.query(
                            "SELECT version, meaning FROM signed_report ORDER BY version",
                            row -> row.intValue("version") + " " + row.string("meaning")));
            assertEquals(List.of(), tx.query("PRAGMA foreign_key_check", row -> row.string("table")));
            assertThrows(StoreException.class, () -> tx.update("DELETE FROM signed_report"));
            assertThrows(
                    StoreException.class,
                    () -> tx.update("INSERT INTO report_conditions VALUES ('r', 9, ?, 'then', '{}', ?)", "9", "9"));
        }
    }
}
