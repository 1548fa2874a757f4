package org.candela.delivery;

import java.time.Instant;
import org.candela.base.Sha256;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code delivery_receipt}. */
final class ReceiptRepository {
    private ReceiptRepository() {}

    /** An acceptance, and from where. */
    record Received(String address, String answer, Instant at) {}

    // [impl->req~delivery.proof~1]
    /** Binds the answer to the signed version and to the bytes that were sent. */
    static void insert(Tx tx, OutboxMessage message, Received received) throws StoreException {
        String parcel = ParcelRepository.find(
                        tx, message.id(), message.progress().packing())
                .map(Parcel::sha256)
                .orElse("");
        tx.update(
                "INSERT INTO delivery_receipt (outbox_id, report_sha256, control_id, parcel_sha256, address, sent_at,"
                        + " answer, answer_sha256, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                message.id(),
                message.content().sha256(),
                message.content().controlId(),
                parcel,
                received.address(),
                message.progress().changedAt(),
                received.answer(),
                Sha256.hex(received.answer()),
                received.at());
    }
}
