package org.candela.report.style;

import java.time.Instant;
import java.util.List;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code own_word}. */
final class OwnWordRepository {
    private OwnWordRepository() {}

    static List<String> of(Tx tx, String reader) throws StoreException {
        return tx.query("SELECT word FROM own_word WHERE reader = ? ORDER BY word", row -> row.string("word"), reader);
    }

    static void put(Tx tx, String reader, String word, Instant at) throws StoreException {
        tx.update("INSERT OR IGNORE INTO own_word (reader, word, added_at) VALUES (?, ?, ?)", reader, word, at);
    }

    static boolean drop(Tx tx, String reader, String word) throws StoreException {
        return tx.update("DELETE FROM own_word WHERE reader = ? AND word = ?", reader, word) > 0;
    }
}
