package org.candela.dictation.vocabulary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.AddedWord.Kind;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The tables {@code spoken_word} and {@code speech_engine}. */
final class VocabularyRepository {
    private VocabularyRepository() {}

    static List<AddedWord> of(Tx tx, String reader) throws StoreException {
        return tx.query(
                "SELECT text, sounds_like, kind FROM spoken_word WHERE reader = ? ORDER BY text",
                VocabularyRepository::word,
                reader);
    }

    private static AddedWord word(Row row) throws StoreException {
        return new AddedWord(row.string("text"), row.string("sounds_like"), Kind.valueOf(row.string("kind")));
    }

    static void put(Tx tx, String reader, AddedWord word, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO spoken_word (reader, text, sounds_like, kind, added_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (reader, text) DO UPDATE SET sounds_like = excluded.sounds_like,"
                        + " kind = excluded.kind, added_at = excluded.added_at",
                reader,
                word.text(),
                word.soundsLike(),
                word.kind(),
                at);
    }

    static boolean drop(Tx tx, String reader, String text) throws StoreException {
        return tx.update("DELETE FROM spoken_word WHERE reader = ? AND text = ?", reader, text) > 0;
    }

    static Optional<String> engine(Tx tx, String reader) throws StoreException {
        return tx.one("SELECT engine FROM speech_engine WHERE reader = ?", row -> row.string("engine"), reader);
    }

    static void keepEngine(Tx tx, String reader, String engine, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO speech_engine (reader, engine, chosen_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (reader) DO UPDATE SET engine = excluded.engine,"
                        + " chosen_at = excluded.chosen_at",
                reader,
                engine,
                at);
    }
}
