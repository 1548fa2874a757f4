package org.candela.shell;

import java.util.Map;
import java.util.TreeMap;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code own_key}. */
final class OwnKeysRepository {
    private OwnKeysRepository() {}

    static Map<String, String> list(Tx tx) throws StoreException {
        Map<String, String> keys = new TreeMap<>();
        tx.query("SELECT command, keys FROM own_key", row -> {
            keys.put(row.string("command"), row.string("keys"));
            return true;
        });
        return keys;
    }

    static void replace(Tx tx, Map<String, String> keys) throws StoreException {
        tx.update("DELETE FROM own_key");
        for (var entry : keys.entrySet()) {
            tx.update("INSERT INTO own_key (command, keys) VALUES (?, ?)", entry.getKey(), entry.getValue());
        }
    }
}
