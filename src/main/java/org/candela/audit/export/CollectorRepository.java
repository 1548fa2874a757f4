package org.candela.audit.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code audit_collector}: one repository, and how far it has got. */
final class CollectorRepository {
    private CollectorRepository() {}

    /**
     * A repository and how far it is.
     *
     * @param sent the last event that it has taken
     * @param sentAt when it last took one; empty when it never did
     * @param failure why the last attempt failed; blank when it did not
     */
    record Progress(Collector collector, long sent, Optional<Instant> sentAt, String failure) {}

    static Optional<Progress> find(Tx tx) throws StoreException {
        return tx.one("SELECT * FROM audit_collector WHERE id = 1", CollectorRepository::read);
    }

    static void save(Tx tx, Collector collector, long sent) throws StoreException {
        tx.update(
                "INSERT OR REPLACE INTO audit_collector (id, host, port, pins, certificate, sent, failure)"
                        + " VALUES (1, ?, ?, ?, ?, ?, '')",
                collector.host(),
                collector.port(),
                String.join(" ", collector.pins()),
                collector.certificate().orElse(""),
                sent);
    }

    static void drop(Tx tx) throws StoreException {
        tx.update("DELETE FROM audit_collector");
    }

    /**
     * Moves on from where {@code before} stood. Nothing happens when another sender was first, or when another repository was
     * named meanwhile, or the same anew: that one has not taken these.
     */
    static void advance(Tx tx, Progress before, long sent, Instant at) throws StoreException {
        tx.update(
                "UPDATE audit_collector SET sent = ?, sent_at = ?, failure = '' WHERE id = 1 AND sent = ? AND host = ? AND"
                        + " port = ?",
                sent,
                at.toString(),
                before.sent(),
                before.collector().host(),
                before.collector().port());
    }

    static void fail(Tx tx, String failure) throws StoreException {
        tx.update("UPDATE audit_collector SET failure = ? WHERE id = 1", failure);
    }

    private static Progress read(Row row) throws StoreException {
        String pins = row.string("pins");
        String certificate = row.string("certificate");
        return new Progress(
                new Collector(
                        row.string("host"),
                        (int) row.longValue("port"),
                        pins.isEmpty() ? List.of() : List.of(pins.split(" ")),
                        certificate.isEmpty() ? Optional.empty() : Optional.of(certificate)),
                row.longValue("sent"),
                row.optionalString("sent_at").map(Instant::parse),
                row.string("failure"));
    }
}
