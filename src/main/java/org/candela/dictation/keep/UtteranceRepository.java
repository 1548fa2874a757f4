package org.candela.dictation.keep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candela.dictation.keep.KeptUtterance.State;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code utterance}. */
final class UtteranceRepository {
    private UtteranceRepository() {}

    /**
     * Words of an utterance.
     *
     * @param bytes as {@link WordsText} writes them, sealed or plain
     */
    record Words(byte[] bytes, boolean isSealed) {}

    /** False when it is there already. */
    static boolean insert(Tx tx, KeptUtterance kept) throws StoreException {
        return tx.update(
                        "INSERT INTO utterance (id, draft_id, started_at, length_ms, is_mended, state, engine)"
                                + " VALUES (?, ?, ?, ?, ?, 'SPOKEN', '') ON CONFLICT DO NOTHING",
                        kept.id().toString(),
                        kept.draftId(),
                        kept.start(),
                        kept.length().toMillis(),
                        kept.isMended())
                == 1;
    }

    static Optional<KeptUtterance> find(Tx tx, UUID id) throws StoreException {
        return tx.one("SELECT * FROM utterance WHERE id = ?", UtteranceRepository::read, id.toString());
    }

    /** In the order spoken. */
    static List<KeptUtterance> in(Tx tx, State state) throws StoreException {
        return tx.query(
                "SELECT * FROM utterance WHERE state = ? ORDER BY started_at, id", UtteranceRepository::read, state);
    }

    /** Those not deleted, in the order spoken. */
    static List<KeptUtterance> of(Tx tx, String draftId) throws StoreException {
        return tx.query(
                "SELECT * FROM utterance WHERE draft_id = ? AND state <> 'DELETED' ORDER BY started_at, id",
                UtteranceRepository::read,
                draftId);
    }

    static Optional<Words> words(Tx tx, UUID id) throws StoreException {
        return tx.one(
                "SELECT words, is_sealed FROM utterance WHERE id = ? AND words IS NOT NULL",
                row -> new Words(row.bytes("words"), row.flag("is_sealed")),
                id.toString());
    }

    /** False when it was deleted meanwhile, or is heard already. */
    static boolean heard(Tx tx, UUID id, String engine, Words words) throws StoreException {
        return tx.update(
                        "UPDATE utterance SET state = 'HEARD', engine = ?, words = ?, is_sealed = ?"
                                + " WHERE id = ? AND state = 'SPOKEN'",
                        engine,
                        words.bytes(),
                        words.isSealed(),
                        id.toString())
                == 1;
    }

    static void taken(Tx tx, UUID id) throws StoreException {
        tx.update("UPDATE utterance SET state = 'TAKEN' WHERE id = ? AND state = 'HEARD'", id.toString());
    }

    /** False when it is gone already. */
    static boolean delete(Tx tx, UUID id, Instant at) throws StoreException {
        // Overwritten first: a column that is set to NULL leaves its bytes in the page.
        tx.update(
                "UPDATE utterance SET words = zeroblob(length(words)) WHERE id = ? AND words IS NOT NULL",
                id.toString());
        return tx.update(
                        "UPDATE utterance SET state = 'DELETED', words = NULL, deleted_at = ?"
                                + " WHERE id = ? AND state <> 'DELETED'",
                        at,
                        id.toString())
                == 1;
    }

    /** From when on the sound of a report is deleted; a later signature may only bring it nearer. */
    static void deleteFrom(Tx tx, String draftId, Instant at) throws StoreException {
        tx.update(
                "UPDATE utterance SET delete_from = ? WHERE draft_id = ? AND state <> 'DELETED'"
                        + " AND (delete_from IS NULL OR delete_from > ?)",
                at,
                draftId,
                at);
    }

    static List<UUID> due(Tx tx, Instant now) throws StoreException {
        return tx.query(
                "SELECT id FROM utterance WHERE state <> 'DELETED' AND delete_from <= ? ORDER BY started_at, id",
                row -> UUID.fromString(row.string("id")),
                now);
    }

    /** Drafts that have sound which is not due yet. */
    static List<String> undueDrafts(Tx tx, Instant now) throws StoreException {
        return tx.query(
                "SELECT DISTINCT draft_id FROM utterance WHERE state <> 'DELETED'"
                        + " AND (delete_from IS NULL OR delete_from > ?)",
                row -> row.string("draft_id"),
                now);
    }

    private static KeptUtterance read(Row row) throws StoreException {
        return new KeptUtterance(
                UUID.fromString(row.string("id")),
                row.string("draft_id"),
                row.instant("started_at"),
                Duration.ofMillis(row.longValue("length_ms")),
                State.valueOf(row.string("state")),
                row.string("engine"),
                row.flag("is_mended"));
    }
}
