package org.candela.readiness.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code readiness_entry}. */
final class JournalRepository {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JournalRepository() {}

    static void append(Tx tx, Entry.Kept kept) throws StoreException {
        tx.update(
                "INSERT INTO readiness_entry (kind, key, body, entered_at, entered_by) VALUES (?, ?, ?, ?, ?)",
                kept.entry().kind(),
                kept.entry().key(),
                kept.body().toString(),
                kept.at(),
                kept.by());
    }

    static Optional<Entry.Kept> latest(Tx tx, Entry.Kind kind, String key) throws StoreException {
        return tx.one(
                "SELECT * FROM readiness_entry WHERE kind = ? AND key = ? ORDER BY id DESC LIMIT 1",
                JournalRepository::read,
                kind,
                key);
    }

    static List<Entry.Kept> all(Tx tx, Entry.Kind kind) throws StoreException {
        return tx.query(
                "SELECT * FROM readiness_entry WHERE id IN"
                        + " (SELECT max(id) FROM readiness_entry WHERE kind = ? GROUP BY key) ORDER BY key",
                JournalRepository::read,
                kind);
    }

    static List<Entry.Kept> since(Tx tx, Entry.Kind kind, String key, Instant since) throws StoreException {
        return tx.query(
                "SELECT * FROM readiness_entry WHERE kind = ? AND key = ? AND entered_at >= ? ORDER BY id",
                JournalRepository::read,
                kind,
                key,
                since);
    }

    private static Entry.Kept read(Row row) throws StoreException {
        String kind = row.string("kind");
        try {
            ObjectNode body = MAPPER.readValue(row.string("body"), ObjectNode.class);
            Entry entry = new Entry(Entry.Kind.valueOf(kind), row.string("key"), body);
            return new Entry.Kept(entry, row.instant("entered_at"), row.string("entered_by"));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new StoreException("store.value", "an entry of kind " + kind + " cannot be read", e);
        }
    }
}
