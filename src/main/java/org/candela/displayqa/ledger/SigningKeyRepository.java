package org.candela.displayqa.ledger;

import java.util.List;
import java.util.Optional;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table signing_key of V119. */
final class SigningKeyRepository {
    private SigningKeyRepository() {}

    static Optional<SealedKey> last(Tx tx) throws StoreException {
        return tx.one(
                "SELECT public_key, wrapped FROM signing_key ORDER BY sequence DESC LIMIT 1",
                row -> new SealedKey(row.string("public_key"), row.bytes("wrapped")));
    }

    /** Public keys, oldest first. */
    static List<String> all(Tx tx) throws StoreException {
        return tx.query("SELECT public_key FROM signing_key ORDER BY sequence", row -> row.string("public_key"));
    }

    static void append(Tx tx, SealedKey key, Said by) throws StoreException {
        tx.update(
                "INSERT INTO signing_key (public_key, wrapped, entered_at, entered_by) VALUES (?, ?, ?, ?)",
                key.publicKey(),
                key.wrapped(),
                by.at(),
                by.operator());
    }
}
