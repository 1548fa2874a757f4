package org.candela.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditVerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");
    private final AuditLog log = new AuditLog();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @BeforeEach
    void threeEvents() throws StoreException {
        database = Database.open(folder.resolve("audit.db"), Clock.systemUTC());
        for (int i = 1; i <= 3; i++) {
            AuditEvent event = new AuditEvent(
                    NOW.plusSeconds(i), "reader", AuditAction.READING_STATE_CHANGED, "item " + i, Map.of("to", "OPEN"));
            database.change(tx -> log.append(tx, event));
        }
    }

    @AfterEach
    void close() throws StoreException {
        database.close();
    }

    // [utest->req~audit.verify~1]
    @Test
    void anUntouchedLogIsIntact() throws StoreException {
        assertEquals(3, intactEvents());
    }

    // [utest->req~audit.verify~1]
    @ParameterizedTest
    @CsvSource({
        "UPDATE audit_event SET actor = 'nobody' WHERE sequence = 2, 2",
        "UPDATE audit_event SET detail = '' WHERE sequence = 1, 1",
        "DELETE FROM audit_event WHERE sequence = 1, 1",
        "DELETE FROM audit_event WHERE sequence = 3, 3",
        "UPDATE audit_event SET hash = previous_hash WHERE sequence = 3, 3"
    })
    void tamperingIsFoundAtItsFirstRow(String sql, long firstBadRow) throws StoreException {
        database.change(tx -> {
            tx.update("DROP TRIGGER audit_event_keeps_rows");
            tx.update("DROP TRIGGER audit_event_loses_none");
            tx.update(sql);
        });

        AuditVerification found = AuditVerifier.verify(database);

        assertEquals(firstBadRow, found.match(intact -> -1L, AuditVerification.Broken::sequence));
    }

    @Test
    void theDatabaseItselfRefusesChanges() {
        assertThrows(StoreException.class, () -> database.change(tx -> tx.update("DELETE FROM audit_event")));
        assertThrows(
                StoreException.class, () -> database.change(tx -> tx.update("UPDATE audit_event SET actor = 'x'")));
    }

    // [utest->req~audit.chain~1]
    @Test
    void anEventIsNotKeptWhenItsChangeFails() throws StoreException {
        assertThrows(
                StoreException.class,
                () -> database.change(tx -> {
                    log.append(tx, AuditEvent.of(NOW, "reader", AuditAction.EXPORTED, "report"));
                    tx.update("INSERT INTO no_such_table VALUES (1)");
                }));

        assertEquals(3, intactEvents());
    }

    private long intactEvents() throws StoreException {
        return AuditVerifier.verify(database).match(AuditVerification.Intact::eventCount, broken -> -1L);
    }
}
