package org.candela.shell;

import java.util.Optional;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code own_preference}. */
final class OwnPreferenceRepository {
    private OwnPreferenceRepository() {}

    static Optional<String> of(Tx tx, String name) throws StoreException {
        return tx.query("SELECT value FROM own_preference WHERE name = ?", row -> row.string("value"), name).stream()
                .findFirst();
    }

    static void keep(Tx tx, String name, String value) throws StoreException {
        tx.update(
                "INSERT INTO own_preference (name, value) VALUES (?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value);
    }
}
