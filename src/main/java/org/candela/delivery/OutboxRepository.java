package org.candela.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.report.ReportId;
import org.candela.report.SignatureMeaning;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code outbox}. */
final class OutboxRepository {
    private OutboxRepository() {}

    /** Adds a row; its id. */
    static long insert(Tx tx, OutboxMessage.Content content, OutboxMessage.Progress progress) throws StoreException {
        tx.update(
                "INSERT INTO outbox (report_id, version, meaning, report_sha256, study_uid, facility, channel, way, need,"
                        + " order_key, priority, control_id, queued_at, state, changed_at, next_attempt_at, answer)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                content.version().map(version -> version.report().value()),
                content.version().map(OutboxMessage.Version::number),
                content.version().map(OutboxMessage.Version::meaning),
                content.sha256(),
                content.studyUid(),
                content.facility().value(),
                content.lane().channel(),
                content.lane().way(),
                content.lane().need(),
                content.lane().orderKey(),
                content.lane().priority(),
                content.controlId(),
                content.queuedAt(),
                progress.state(),
                progress.changedAt(),
                progress.nextAttemptAt(),
                progress.answer());
        return withControlId(tx, content.controlId())
                .map(OutboxMessage::id)
                .orElseThrow(() -> new StoreException("delivery.not-queued", "a row of the outbox is not there"));
    }

    /** Moves a row on; changes nothing and returns false when it is no longer in state {@code from}. */
    static boolean move(Tx tx, long id, OutboxState from, OutboxMessage.Progress to) throws StoreException {
        return tx.update(
                        "UPDATE outbox SET state = ?, changed_at = ?, attempts = ?, errors = ?, packing = ?,"
                                + " next_attempt_at = ?, answer = ? WHERE id = ? AND state = ?",
                        to.state(),
                        to.changedAt(),
                        to.attempts(),
                        to.errors(),
                        to.packing(),
                        to.nextAttemptAt(),
                        to.answer(),
                        id,
                        from)
                == 1;
    }

    // [impl->req~delivery.order~1]
    /** Messages that may go now: of each order and channel the oldest that is still on its way, oldest first. */
    static List<OutboxMessage> due(Tx tx, Instant now) throws StoreException {
        return tx.query(
                "SELECT * FROM outbox WHERE state = 'QUEUED' AND next_attempt_at <= ? AND NOT EXISTS"
                        + " (SELECT 1 FROM outbox earlier WHERE earlier.facility = outbox.facility"
                        + " AND earlier.channel = outbox.channel"
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

    static Map<Uid, FacilityId> studiesUnderWay(Tx tx) throws StoreException {
        Map<Uid, FacilityId> found = new HashMap<>();
        tx.query(
                        "SELECT DISTINCT ifnull(s.study_uid, o.study_uid) AS study, o.facility FROM outbox AS o LEFT JOIN signed_report AS s"
                                + " ON s.report_id = o.report_id AND s.version = o.version"
                                + " WHERE o.state <> 'ACKED' AND study <> ''",
                        row -> Map.entry(new Uid(row.string("study")), new FacilityId(row.string("facility"))))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /** Version by version, channel by channel. */
    static List<OutboxMessage> ofReport(Tx tx, ReportId report) throws StoreException {
        return tx.query(
                "SELECT * FROM outbox WHERE report_id = ? ORDER BY version, channel",
                OutboxRepository::read,
                report.value());
    }

    static Optional<OutboxMessage> withControlId(Tx tx, String controlId) throws StoreException {
        return tx.one("SELECT * FROM outbox WHERE control_id = ?", OutboxRepository::read, controlId);
    }

    static boolean isQueued(Tx tx, String controlId) throws StoreException {
        return withControlId(tx, controlId).isPresent();
    }

    /** Whether a later message of the same order has gone out, so that this one would arrive after it. */
    static boolean isOvertaken(Tx tx, OutboxMessage message) throws StoreException {
        OutboxMessage.Lane lane = message.content().lane();
        Optional<Long> later = tx.one(
                "SELECT count(*) AS later FROM outbox WHERE facility = ? AND channel = ? AND order_key = ? AND id > ?"
                        + " AND attempts > 0",
                row -> row.longValue("later"),
                lane.facility().value(),
                lane.channel(),
                lane.orderKey(),
                message.id());
        return later.orElse(0L) > 0;
    }

    private static OutboxMessage read(Row row) throws StoreException {
        return new OutboxMessage(row.longValue("id"), content(row), progress(row));
    }

    private static OutboxMessage.Content content(Row row) throws StoreException {
        Optional<String> report = row.optionalString("report_id");
        Optional<OutboxMessage.Version> version = report.isEmpty()
                ? Optional.empty()
                : Optional.of(new OutboxMessage.Version(
                        new ReportId(report.orElseThrow()),
                        row.intValue("version"),
                        SignatureMeaning.valueOf(row.string("meaning"))));
        return new OutboxMessage.Content(
                version,
                row.string("report_sha256"),
                row.string("study_uid"),
                new OutboxMessage.Lane(
                        new FacilityId(row.string("facility")),
                        row.string("channel"),
                        Way.valueOf(row.string("way")),
                        Need.valueOf(row.string("need")),
                        row.string("order_key"),
                        ReadingPriority.valueOf(row.string("priority"))),
                row.string("control_id"),
                row.instant("queued_at"));
    }

    private static OutboxMessage.Progress progress(Row row) throws StoreException {
        return new OutboxMessage.Progress(
                OutboxState.valueOf(row.string("state")),
                row.instant("changed_at"),
                row.intValue("attempts"),
                row.intValue("errors"),
                row.intValue("packing"),
                row.instant("next_attempt_at"),
                row.string("answer"));
    }
}
