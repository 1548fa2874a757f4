package org.candela.readiness.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.readiness.journal.Entry.Kind;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    private static Entry entry(String key, int value) {
        return new Entry(Kind.VPN, key, JsonNodeFactory.instance.objectNode().put("value", value));
    }

    // [utest->req~readiness.journal~1]
    @Test
    void theLatestOfAKeyCountsAndNothingIsChangedOrLost() throws Exception {
        MovableClock clock = new MovableClock();
        try (Database database = Database.open(folder.resolve("candela.db"), clock)) {
            Journal journal = new Journal(database, new AuditLog(), clock);
            Instant start = clock.instant();
            journal.enter(entry("north", 1), "reader");
            clock.advance(Duration.ofMinutes(5));
            journal.enter(entry("north", 2), "other");
            journal.enter(entry("south", 3), "reader");

            Entry.Kept latest = journal.latest(Kind.VPN, "north").orElseThrow();
            assertEquals(2, latest.body().path("value").asInt());
            assertEquals("other", latest.by());
            assertEquals(clock.instant(), latest.at());
            assertEquals(2, journal.all(Kind.VPN).size());
            assertEquals(2, journal.since(Kind.VPN, "north", start).size());
            assertEquals(
                    1, journal.since(Kind.VPN, "north", start.plusSeconds(1)).size());
            assertTrue(journal.latest(Kind.NOISE, "north").isEmpty());
            assertThrows(
                    StoreException.class,
                    () -> database.change(tx -> tx.update("UPDATE readiness_entry SET body = '{}'")));
            assertThrows(StoreException.class, () -> database.change(tx -> tx.update("DELETE FROM readiness_entry")));
        }
    }
}
