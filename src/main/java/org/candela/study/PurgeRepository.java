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
    record Old(Uid study, FacilityId facility, Instant touched) {}

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
            found.addAll(before(tx, policy.getKey(), now.minus(Duration.ofDays(policy.getValue()))));
        }
        return found;
    }

    static List<Old> all(Tx tx, FacilityId facility) throws StoreException {
        return before(tx, facility, Instant.parse("9999-01-01T00:00:00Z"));
    }

    /** Untouched since, the oldest first. A study without an image counts from when it came. */
    private static List<Old> before(Tx tx, FacilityId facility, Instant touched) throws StoreException {
        return tx.query(
                "SELECT study.uid AS uid, max(study.admitted_at,"
                        + " ifnull((SELECT max(instance.admitted_at) FROM series JOIN instance"
                        + " ON instance.series_uid = series.uid WHERE series.study_uid = study.uid), ''),"
                        + " ifnull((SELECT max(signed_at) FROM signed_report AS g WHERE g.study_uid = study.uid), ''),"
                        + " ifnull((SELECT opened_at FROM study_opened AS o WHERE o.study_uid = study.uid), '')) AS last"
                        + " FROM study WHERE study.facility_id = ? AND last < ? ORDER BY last, study.uid",
                row -> new Old(new Uid(row.string("uid")), facility, row.instant("last")),
                facility.value(),
                touched);
    }

    static void delete(Tx tx, Uid study) throws StoreException {
        tx.update("DELETE FROM instance WHERE series_uid IN (SELECT uid FROM series WHERE study_uid = ?)", study);
        tx.update("DELETE FROM series WHERE study_uid = ?", study);
        tx.update("DELETE FROM study WHERE uid = ?", study);
    }
}
