package org.candela.study;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Policies of images, what is older than they let, and the rows of what goes. */
final class PurgeRepository {
    /** A study that is older than its facility's policy lets. */
    record Old(Uid study, FacilityId facility, Instant lastArrival) {}

    private PurgeRepository() {}

    static void keepFor(Tx tx, FacilityId facility, int days) throws StoreException {
        tx.update(
                "INSERT INTO image_policy (facility_id, days) VALUES (?, ?)"
                        + " ON CONFLICT (facility_id) DO UPDATE SET days = excluded.days",
                facility.value(),
                days);
    }

    static Map<FacilityId, Integer> policies(Tx tx) throws StoreException {
        Map<FacilityId, Integer> policies = new TreeMap<>(java.util.Comparator.comparing(FacilityId::value));
        tx.query(
                        "SELECT facility_id, days FROM image_policy",
                        row -> Map.entry(new FacilityId(row.string("facility_id")), row.intValue("days")))
                .forEach(entry -> policies.put(entry.getKey(), entry.getValue()));
        return policies;
    }

    static List<Old> olderThanLet(Tx tx, Instant now) throws StoreException {
        List<Old> found = new ArrayList<>();
        for (Map.Entry<FacilityId, Integer> policy : policies(tx).entrySet()) {
            found.addAll(tx.query(
                    "SELECT study.uid AS uid, max(instance.admitted_at) AS last FROM study"
                            + " JOIN series ON series.study_uid = study.uid JOIN instance ON instance.series_uid = series.uid"
                            + " WHERE study.facility_id = ? GROUP BY study.uid HAVING last < ? ORDER BY last, study.uid",
                    row -> new Old(new Uid(row.string("uid")), policy.getKey(), row.instant("last")),
                    policy.getKey().value(),
                    now.minus(Duration.ofDays(policy.getValue()))));
        }
        return found;
    }

    static void delete(Tx tx, Uid study) throws StoreException {
        tx.update("DELETE FROM instance WHERE series_uid IN (SELECT uid FROM series WHERE study_uid = ?)", study);
        tx.update("DELETE FROM series WHERE study_uid = ?", study);
        tx.update("DELETE FROM study WHERE uid = ?", study);
    }
}
