package org.candela.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.base.Sha256;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.report.ReportId;
import org.candela.report.SignatureMeaning;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The tables {@code outbox} and {@code delivery_receipt}. */
final class OutboxRepository {
    private OutboxRepository() {}

    static void insert(Tx tx, OutboxMessage.Content content, OutboxMessage.Progress progress) throws StoreException {
        tx.update(
                "INSERT INTO outbox (report_id, version, meaning, report_sha256, facility, order_key, priority,"
                        + " control_id, message, queued_at, state, changed_at, next_attempt_at, answer)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                content.report().value(),
                content.version(),
                content.meaning(),
                content.reportSha256(),
                content.facility().value(),
                content.orderKey(),
                content.priority(),
                content.controlId(),
                content.text(),
                content.queuedAt(),
                progress.state(),
                progress.changedAt(),
                progress.nextAttemptAt(),
                progress.answer());
    }

    /** Moves a row on; changes nothing and returns false when it is no longer in state {@code from}. */
    static boolean move(Tx tx, long id, OutboxState from, OutboxMessage.Progress to) throws StoreException {
        return tx.update(
                        "UPDATE outbox SET state = ?, changed_at = ?, attempts = ?, errors = ?, next_attempt_at = ?, answer = ?"
                                + " WHERE id = ? AND state = ?",
                        to.state(),
                        to.changedAt(),
                        to.attempts(),
                        to.errors(),
                        to.nextAttemptAt(),
                        to.answer(),
                        id,
                        from)
                == 1;
    }

    // [impl->req~delivery.order~1]
    /** Messages that may go now: of each order the oldest that is still on its way, oldest first. */
    static List<OutboxMessage> due(Tx tx, Instant now) throws StoreException {
        return tx.query(
                "SELECT * FROM outbox WHERE state = 'QUEUED' AND next_attempt_at <= ? AND NOT EXISTS"
                        + " (SELECT 1 FROM outbox earlier WHERE earlier.facility = outbox.facility"
                        + " AND earlier.order_key = outbox.order_key AND earlier.id < outbox.id"
                        + " AND earlier.state IN ('QUEUED', 'SENDING'))"
                        + " ORDER BY id",
                OutboxRepository::read,
                now);
    }

    static List<OutboxMessage> inState(Tx tx, OutboxState state) throws StoreException {
        return tx.query("SELECT * FROM outbox WHERE state = ? ORDER BY id", OutboxRepository::read, state);
    }

    /** Everything without an acknowledgement, oldest first. */
    static List<OutboxMessage> unacknowledged(Tx tx) throws StoreException {
        return tx.query("SELECT * FROM outbox WHERE state <> 'ACKED' ORDER BY id", OutboxRepository::read);
    }

    static List<OutboxMessage> ofReport(Tx tx, ReportId report) throws StoreException {
        return tx.query(
                "SELECT * FROM outbox WHERE report_id = ? ORDER BY version", OutboxRepository::read, report.value());
    }

    /** Whether a later message of the same order has gone out, so that this one would arrive after it. */
    static boolean isOvertaken(Tx tx, OutboxMessage message) throws StoreException {
        Optional<Long> later = tx.one(
                "SELECT count(*) AS later FROM outbox WHERE facility = ? AND order_key = ? AND id > ? AND attempts > 0",
                row -> row.longValue("later"),
                message.content().facility().value(),
                message.content().orderKey(),
                message.id());
        return later.orElse(0L) > 0;
    }

    // [impl->req~delivery.proof~1]
    static void insertReceipt(Tx tx, OutboxMessage message, String answer, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO delivery_receipt (outbox_id, report_sha256, control_id, answer, answer_sha256, received_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                message.id(),
                message.content().reportSha256(),
                message.content().controlId(),
                answer,
                Sha256.hex(answer),
                at);
    }

    private static OutboxMessage read(Row row) throws StoreException {
        return new OutboxMessage(
                row.longValue("id"),
                new OutboxMessage.Content(
                        new ReportId(row.string("report_id")),
                        row.intValue("version"),
                        SignatureMeaning.valueOf(row.string("meaning")),
                        row.string("report_sha256"),
                        new FacilityId(row.string("facility")),
                        row.string("order_key"),
                        ReadingPriority.valueOf(row.string("priority")),
                        row.string("control_id"),
                        row.string("message"),
                        row.instant("queued_at")),
                new OutboxMessage.Progress(
                        OutboxState.valueOf(row.string("state")),
                        row.instant("changed_at"),
                        row.intValue("attempts"),
                        row.intValue("errors"),
                        row.instant("next_attempt_at"),
                        row.string("answer")));
    }
}
