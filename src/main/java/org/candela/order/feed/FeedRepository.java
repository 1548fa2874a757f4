package org.candela.order.feed;

import java.time.Instant;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code order_message}. */
final class FeedRepository {
    private FeedRepository() {}

    /** Whether this very message was taken before: the same control id and the same bytes. */
    static boolean isTaken(Tx tx, Header header, String digest) throws StoreException {
        return tx.one(
                        "SELECT digest FROM order_message WHERE sender = ? AND control_id = ? AND digest = ?",
                        row -> row.string("digest"),
                        header.sender(),
                        header.controlId(),
                        digest)
                .isPresent();
    }

    /** A sender that counts its control ids anew replaces what it called so before. */
    static void take(Tx tx, Header header, String digest, Instant at) throws StoreException {
        tx.update(
                "INSERT OR REPLACE INTO order_message (sender, control_id, digest, answer, received_at)"
                        + " VALUES (?, ?, ?, 'AA', ?)",
                header.sender(),
                header.controlId(),
                digest,
                at);
    }
}
