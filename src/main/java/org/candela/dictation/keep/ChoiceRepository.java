package org.candela.dictation.keep;

import java.util.Optional;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code dictation_choice}. */
final class ChoiceRepository {
    private ChoiceRepository() {}

    static Optional<String> find(Tx tx, String machine, String kind) throws StoreException {
        return tx.one(
                "SELECT value FROM dictation_choice WHERE machine = ? AND kind = ?",
                row -> row.string("value"),
                machine,
                kind);
    }

    static void set(Tx tx, String machine, String kind, String value) throws StoreException {
        tx.update(
                "INSERT INTO dictation_choice VALUES (?, ?, ?) ON CONFLICT (machine, kind) DO UPDATE SET value = excluded.value",
                machine,
                kind,
                value);
    }
}
