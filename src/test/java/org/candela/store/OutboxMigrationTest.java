package org.candela.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was on its way, and the proof of what arrived, come over whole when their tables are made anew. */
// [utest->req~delivery.channels~1]
class OutboxMigrationTest {
    private static final int CHANNELS = 161;
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-29T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void messagesReceiptsAndTheirLocksComeOver() throws Exception {
        Path file = folder.resolve("before.db");
        try (Connection connection = Connections.openWriter(file, Optional.empty())) {
            List<Migration> all = MigrationScripts.onClassPath();
            new Migrations(all.stream().filter(one -> one.version() < CHANNELS).toList(), clock)
                    .apply(file, connection);
            Tx tx = new Tx(connection);
            tx.update("INSERT INTO signed_report (report_id, version, meaning, facility, study_uid, signed_at, sha256,"
                    + " predecessor_sha256, content) VALUES ('r', 1, 'PRELIMINARY', 'north', '1.2', 'then', '"
                    + "1".repeat(64) + "', '', 'words')");
            tx.update("INSERT INTO outbox (report_id, version, meaning, report_sha256, facility, order_key, priority,"
                    + " control_id, message, queued_at, state, changed_at, next_attempt_at)"
                    + " VALUES ('r', 1, 'PRELIMINARY', 'h', 'north', 'AC1', 'STAT', 'C1', 'MSH|', 'then', 'ACKED', 'then',"
                    + " 'then')");
            tx.update("INSERT INTO delivery_receipt VALUES (1, 'h', 'C1', 'MSA|AA', 'a', 'then')");

            new Migrations(all, clock).apply(file, connection);

            assertEquals(
                    List.of("1 hl7 HL7 REQUIRED ACKED MSA|AA MSH|"),
                    tx.query(
                            "SELECT o.*, r.answer AS received, p.bytes FROM outbox o JOIN delivery_receipt r ON"
                                    + " r.outbox_id = o.id JOIN outbox_parcel p ON p.outbox_id = o.id",
                            row -> row.longValue("id") + " " + row.string("channel") + " " + row.string("way") + " "
                                    + row.string("need") + " " + row.string("state") + " " + row.string("received")
                                    + " "
                                    + new String(row.bytes("bytes"), StandardCharsets.UTF_8)));
            assertEquals(List.of(), tx.query("PRAGMA foreign_key_check", row -> row.string("table")));
            for (String sql : List.of(
                    "DELETE FROM outbox",
                    "DELETE FROM outbox_parcel",
                    "DELETE FROM delivery_receipt",
                    "UPDATE outbox SET state = 'QUEUED'",
                    "UPDATE outbox_parcel SET sha256 = 'x'",
                    "UPDATE delivery_receipt SET answer = 'x'")) {
                assertThrows(StoreException.class, () -> tx.update(sql), sql);
            }
        }
    }
}
