package org.candela.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code audit_event}. */
final class AuditRepository {
    /** A stored row: what it claims, and the hash it claims for it. */
    record StoredEvent(ChainedEvent event, String hash) {}

    private AuditRepository() {}

    static void append(Tx tx, AuditEvent event) throws StoreException {
        Optional<StoredEvent> last = last(tx);
        long sequence = lastSequenceEverGiven(tx) + 1;
        String at = event.at().toString();
        String detail = canonical(event.detail());
        String previous = last.map(StoredEvent::hash).orElse(ChainedEvent.START);
        List<String> texts = List.of(at, event.actor(), event.action().name(), event.subject(), detail);
        tx.update(
                "INSERT INTO audit_event (sequence, at, actor, action, subject, detail, previous_hash, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                sequence,
                at,
                event.actor(),
                event.action(),
                event.subject(),
                detail,
                previous,
                new ChainedEvent(sequence, texts, previous).hash());
    }

    static List<StoredEvent> after(Tx tx, long sequence, int limit) throws StoreException {
        return tx.query(
                "SELECT * FROM audit_event WHERE sequence > ? ORDER BY sequence LIMIT ?",
                AuditRepository::read,
                sequence,
                limit);
    }

    /** SQLite remembers the highest AUTOINCREMENT number even when its row is gone, which shows a cut-off tail. */
    static long lastSequenceEverGiven(Tx tx) throws StoreException {
        return tx.one("SELECT seq FROM sqlite_sequence WHERE name = 'audit_event'", row -> row.longValue("seq"))
                .orElse(0L);
    }

    private static Optional<StoredEvent> last(Tx tx) throws StoreException {
        return tx.one("SELECT * FROM audit_event ORDER BY sequence DESC LIMIT 1", AuditRepository::read);
    }

    private static StoredEvent read(Row row) throws StoreException {
        List<String> texts = List.of(
                row.string("at"),
                row.string("actor"),
                row.string("action"),
                row.string("subject"),
                row.string("detail"));
        ChainedEvent event = new ChainedEvent(row.longValue("sequence"), texts, row.string("previous_hash"));
        return new StoredEvent(event, row.string("hash"));
    }

    /** {@code key=value} lines in the order of the keys; line feeds and backslashes escaped. */
    private static String canonical(Map<String, String> detail) {
        return new TreeMap<>(detail)
                .entrySet().stream()
                        .map(entry -> escape(entry.getKey()) + "=" + escape(entry.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("=", "\\e");
    }
}
