package org.candela.dictation.keep;

import java.time.Instant;
import java.util.Optional;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code dictation_policy}. */
final class PolicyRepository {
    private PolicyRepository() {}

    static Optional<Integer> days(Tx tx, FacilityId facility) throws StoreException {
        return tx.one(
                "SELECT keep_days FROM dictation_policy WHERE facility_id = ?",
                row -> row.intValue("keep_days"),
                facility.value());
    }

    static void set(Tx tx, FacilityId facility, int days, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO dictation_policy (facility_id, keep_days, set_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (facility_id) DO UPDATE SET keep_days = excluded.keep_days, set_at = excluded.set_at",
                facility.value(),
                days,
                at);
    }
}
