package org.candela.purge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The tables {@code purge_policy}, {@code purge_run}, {@code purge_entry}, {@code purge_pass}, {@code study_opened}. */
final class PurgeRepository {
    private PurgeRepository() {}

    static void set(Tx tx, FacilityId facility, Age age, int amount) throws StoreException {
        tx.update(
                "INSERT INTO purge_policy (facility_id, age, amount) VALUES (?, ?, ?)"
                        + " ON CONFLICT (facility_id, age) DO UPDATE SET amount = excluded.amount",
                facility.value(),
                age,
                amount);
    }

    static Map<FacilityId, Map<Age, Integer>> policies(Tx tx) throws StoreException {
        Map<FacilityId, Map<Age, Integer>> policies = new TreeMap<>();
        tx.query(
                        "SELECT * FROM purge_policy",
                        row -> Map.entry(
                                new FacilityId(row.string("facility_id")),
                                Map.entry(Age.valueOf(row.string("age")), row.intValue("amount"))))
                .forEach(one -> policies.computeIfAbsent(one.getKey(), id -> new TreeMap<>())
                        .put(one.getValue().getKey(), one.getValue().getValue()));
        return policies;
    }

    static void opened(Tx tx, FacilityId facility, Uid study, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO study_opened (study_uid, facility_id, opened_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (study_uid) DO UPDATE SET opened_at = excluded.opened_at",
                study,
                facility.value(),
                at);
    }

    /** Lets what is never deleted be deleted, in this transaction alone; records only where older than {@code before}. */
    static void pass(Tx tx, Instant before) throws StoreException {
        tx.update("INSERT INTO purge_pass (id, records_before) VALUES (1, ?)", before);
    }

    static void endPass(Tx tx) throws StoreException {
        tx.update("DELETE FROM purge_pass");
    }

    static Optional<PurgeLog.Run> unfinished(Tx tx, PurgeLog.Kind kind, String facility) throws StoreException {
        return tx.one(
                "SELECT * FROM purge_run WHERE ended_at IS NULL AND kind = ? AND facility_id = ?"
                        + " ORDER BY id DESC LIMIT 1",
                PurgeRepository::run,
                kind,
                facility);
    }

    static PurgeLog.Run begin(Tx tx, PurgeLog.Run run) throws StoreException {
        tx.update(
                "INSERT INTO purge_run (kind, facility_id, reason, begun_at, begun_by) VALUES (?, ?, ?, ?, ?)",
                run.kind(),
                run.facility(),
                run.reason(),
                run.begunAt(),
                run.by());
        return unfinished(tx, run.kind(), run.facility()).orElseThrow();
    }

    static void end(Tx tx, PurgeLog.Run run, Instant at) throws StoreException {
        tx.update("UPDATE purge_run SET ended_at = ? WHERE id = ?", at, run.id());
    }

    static List<PurgeLog.Run> runs(Tx tx) throws StoreException {
        return tx.query("SELECT * FROM purge_run ORDER BY id DESC", PurgeRepository::run);
    }

    private static PurgeLog.Run run(Row row) throws StoreException {
        return new PurgeLog.Run(
                row.longValue("id"),
                PurgeLog.Kind.valueOf(row.string("kind")),
                row.string("facility_id"),
                row.string("reason"),
                row.instant("begun_at"),
                row.string("begun_by"),
                row.optionalString("ended_at").map(Instant::parse));
    }

    /** The number of {@code entry} is the next one. */
    static void enter(Tx tx, PurgeLog.Run run, PurgeLog.Entry entry) throws StoreException {
        tx.update(
                "INSERT INTO purge_entry (run, number, at, kind, facility_id, subject, row_count, byte_count)"
                        + " SELECT ?, ifnull(max(number), 0) + 1, ?, ?, ?, ?, ?, ? FROM purge_entry WHERE run = ?",
                run.id(),
                entry.at(),
                entry.what(),
                entry.facility(),
                entry.subject(),
                entry.rows(),
                entry.bytes(),
                run.id());
    }

    static List<PurgeLog.Entry> entries(Tx tx, PurgeLog.Run run) throws StoreException {
        return tx.query(
                "SELECT * FROM purge_entry WHERE run = ? ORDER BY number",
                row -> new PurgeLog.Entry(
                        row.intValue("number"),
                        row.instant("at"),
                        PurgeLog.What.valueOf(row.string("kind")),
                        row.string("facility_id"),
                        row.string("subject"),
                        row.longValue("row_count"),
                        row.longValue("byte_count")),
                run.id());
    }
}
