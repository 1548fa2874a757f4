package org.candela.dictation.vocabulary;

import java.time.Instant;
import java.util.List;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.AddedWord.Kind;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code proposed_word}. */
final class ProposalRepository {
    private ProposalRepository() {}

    static void offer(Tx tx, String reader, AddedWord word, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO proposed_word (reader, text, sounds_like, times, last_at)"
                        + " SELECT ?, ?, ?, 1, ? WHERE NOT EXISTS"
                        + " (SELECT 1 FROM spoken_word WHERE reader = ? AND lower(text) = lower(?))"
                        + " ON CONFLICT (reader, text) DO UPDATE SET times = times + 1, last_at = excluded.last_at,"
                        + " sounds_like = CASE excluded.sounds_like WHEN '' THEN sounds_like"
                        + " ELSE excluded.sounds_like END",
                reader,
                word.text(),
                word.soundsLike(),
                at,
                reader,
                word.text());
    }

    static List<ProposedWord> of(Tx tx, String reader) throws StoreException {
        return tx.query(
                "SELECT text, sounds_like, times, last_at FROM proposed_word"
                        + " WHERE reader = ? AND is_declined = 0 ORDER BY times DESC, text",
                ProposalRepository::word,
                reader);
    }

    private static ProposedWord word(Row row) throws StoreException {
        return new ProposedWord(
                new AddedWord(row.string("text"), row.string("sounds_like"), Kind.TERM),
                Math.toIntExact(row.longValue("times")),
                row.instant("last_at"));
    }

    /** It is a word of the reader's now. */
    static void take(Tx tx, String reader, String text) throws StoreException {
        tx.update("DELETE FROM proposed_word WHERE reader = ? AND lower(text) = lower(?)", reader, text);
    }

    static boolean decline(Tx tx, String reader, String text) throws StoreException {
        return tx.update(
                        "UPDATE proposed_word SET is_declined = 1 WHERE reader = ? AND text = ? AND is_declined = 0",
                        reader,
                        text)
                > 0;
    }
}
