package org.candela.worklist.claim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code workitem_claim}. */
final class ClaimRepository {
    private ClaimRepository() {}

    static Optional<WorkitemClaim> find(Tx tx, Workitem workitem) throws StoreException {
        return tx.one(
                "SELECT * FROM workitem_claim WHERE facility_id = ? AND workitem_uid = ?",
                ClaimRepository::read,
                workitem.facility().value(),
                workitem.uid());
    }

    static void save(Tx tx, WorkitemClaim claim, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO workitem_claim (facility_id, workitem_uid, study_uid, transaction_uid, reader, state,"
                        + " changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (facility_id, workitem_uid) DO UPDATE SET"
                        + " transaction_uid = excluded.transaction_uid, reader = excluded.reader,"
                        + " state = excluded.state, changed_at = excluded.changed_at",
                claim.workitem().facility().value(),
                claim.workitem().uid(),
                claim.workitem().study(),
                claim.transaction(),
                claim.reader(),
                claim.state(),
                at);
    }

    /** All that a facility may hold in our name, oldest first. */
    static List<WorkitemClaim> held(Tx tx) throws StoreException {
        return tx.query(
                "SELECT * FROM workitem_claim WHERE state IN ('INTENT', 'OWNED', 'COMPLETING', 'CANCELING')"
                        + " ORDER BY changed_at, workitem_uid",
                ClaimRepository::read);
    }

    private static WorkitemClaim read(Row row) throws StoreException {
        return new WorkitemClaim(
                new Workitem(
                        new FacilityId(row.string("facility_id")),
                        new Uid(row.string("study_uid")),
                        new Uid(row.string("workitem_uid"))),
                new Uid(row.string("transaction_uid")),
                row.string("reader"),
                WorkitemClaim.State.valueOf(row.string("state")));
    }
}
