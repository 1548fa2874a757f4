package org.candela.critical;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candela.critical.CriticalLoop.Entry;
import org.candela.facility.FacilityId;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The tables {@code critical_policy} and {@code critical_entry}. */
final class CriticalRepository {
    private CriticalRepository() {}

    private record Stored(UUID loop, Entry entry) {}

    static void append(Tx tx, UUID loop, int number, Entry entry, String body) throws StoreException {
        tx.update(
                "INSERT INTO critical_entry (loop_id, number, kind, entered_at, entered_by, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                loop.toString(),
                number,
                entry.happening().kind(),
                entry.at(),
                entry.by(),
                body);
    }

    /** Loops with an entry since then, and all that are open, whole, in the order they began. */
    static List<CriticalLoop> loops(Tx tx, Instant since) throws StoreException {
        return loops(tx.query(
                "SELECT * FROM critical_entry WHERE loop_id IN (SELECT loop_id FROM critical_entry WHERE entered_at >= ?)"
                        + " OR loop_id NOT IN (SELECT loop_id FROM critical_entry WHERE kind IN ('TOLD', 'WITHDRAWN'))"
                        + " OR loop_id IN (SELECT loop_id FROM critical_entry WHERE kind = 'REOPENED')"
                        + " ORDER BY sequence",
                CriticalRepository::read,
                since));
    }

    static Optional<CriticalLoop> find(Tx tx, UUID id) throws StoreException {
        return loops(tx.query(
                        "SELECT * FROM critical_entry WHERE loop_id = ? ORDER BY sequence",
                        CriticalRepository::read,
                        id.toString()))
                .stream()
                .findFirst();
    }

    private static List<CriticalLoop> loops(List<Stored> stored) {
        Map<UUID, List<Entry>> entries = new LinkedHashMap<>();
        stored.forEach(one ->
                entries.computeIfAbsent(one.loop(), id -> new ArrayList<>()).add(one.entry()));
        return entries.entrySet().stream()
                .map(loop -> new CriticalLoop(loop.getKey(), loop.getValue()))
                .toList();
    }

    private static Stored read(Row row) throws StoreException {
        return new Stored(
                UUID.fromString(row.string("loop_id")),
                new Entry(
                        row.instant("entered_at"),
                        row.string("entered_by"),
                        HappeningJson.read(row.string("kind"), row.string("body"))));
    }

    static void enter(Tx tx, KeptPolicy policy) throws StoreException {
        tx.update(
                "INSERT INTO critical_policy (facility_id, version, text, entered_at, entered_by) VALUES (?, ?, ?, ?, ?)",
                policy.facility().value(),
                policy.version(),
                PolicyText.write(policy.policy()),
                policy.at(),
                policy.by());
    }

    /** Every version, the newest last. */
    static List<KeptPolicy> policies(Tx tx, FacilityId facility, ZoneId zone) throws StoreException {
        return tx.query(
                "SELECT * FROM critical_policy WHERE facility_id = ? ORDER BY version",
                row -> policy(row, zone),
                facility.value());
    }

    /** The version in force of each facility. */
    static List<KeptPolicy> inForce(Tx tx, ZoneId zone) throws StoreException {
        return tx.query(
                "SELECT * FROM critical_policy AS each WHERE version ="
                        + " (SELECT MAX(version) FROM critical_policy WHERE facility_id = each.facility_id)",
                row -> policy(row, zone));
    }

    private static KeptPolicy policy(Row row, ZoneId zone) throws StoreException {
        try {
            return new KeptPolicy(
                    new FacilityId(row.string("facility_id")),
                    row.intValue("version"),
                    PolicyText.read(row.string("text"), zone),
                    row.instant("entered_at"),
                    row.string("entered_by"));
        } catch (CriticalException e) {
            throw new StoreException("store.value", "a policy for critical results cannot be read", e);
        }
    }
}
