package org.candela.viewer.practice;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code practice}: one text of each kind, all of one hand-over. */
// [impl->req~practice.layers~1]
public final class PracticeTexts {
    private PracticeTexts() {}

    /** What a practice can say. */
    public enum Kind {
        /** What it is called. */
        NAME,
        /** Keys and mouse, a line {@code command = keys} each. */
        KEYS,
        /** Window presets as YAML. */
        PRESETS,
        /** Hanging protocols as YAML. */
        PROTOCOLS,
        /** Size of words, per cent. */
        TEXT_SIZE
    }

    /** What the practice says of one kind; empty where it says nothing. */
    public static Optional<String> of(Tx tx, Kind kind) throws StoreException {
        return tx.query("SELECT text FROM practice WHERE kind = ?", row -> row.string("text"), kind.name()).stream()
                .findFirst();
    }

    /** Takes all of a hand-over, and nothing of the one before stays. */
    public static void replace(Tx tx, Map<Kind, String> texts, Instant at) throws StoreException {
        tx.update("DELETE FROM practice");
        for (var text : texts.entrySet()) {
            tx.update(
                    "INSERT INTO practice (kind, text, saved_at) VALUES (?, ?, ?)",
                    text.getKey().name(),
                    text.getValue(),
                    at);
        }
    }
}
