package org.candela.delivery;

import java.time.Instant;
import java.util.Optional;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code outbox_parcel}. */
final class ParcelRepository {
    private ParcelRepository() {}

    static void insert(Tx tx, long outboxId, int packing, Parcel parcel, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO outbox_parcel (outbox_id, packing, media_type, bytes, sha256, packed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                outboxId,
                packing,
                parcel.mediaType(),
                parcel.bytes(),
                parcel.sha256(),
                at);
    }

    static Optional<Parcel> find(Tx tx, long outboxId, int packing) throws StoreException {
        return tx.one(
                "SELECT media_type, bytes FROM outbox_parcel WHERE outbox_id = ? AND packing = ?",
                row -> new Parcel(row.string("media_type"), row.bytes("bytes")),
                outboxId,
                packing);
    }
}
