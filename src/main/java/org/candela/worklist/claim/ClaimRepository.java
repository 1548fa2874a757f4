package org.candela.worklist.claim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.worklist.ReadingItem;

/** The tables {@code workitem_claim} and {@code claim_wish}. */
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
                        + " changed_at, owned_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (facility_id, workitem_uid) DO UPDATE SET"
                        + " transaction_uid = excluded.transaction_uid, reader = excluded.reader,"
                        + " state = excluded.state, changed_at = excluded.changed_at, owned_at = excluded.owned_at",
                claim.workitem().facility().value(),
                claim.workitem().uid(),
                claim.workitem().study(),
                claim.transaction(),
                claim.reader(),
                claim.state(),
                at,
                claim.state() == WorkitemClaim.State.OWNED ? Optional.of(at) : claim.ownedAt());
    }

    /** Claims on a study, whatever came of them, newest first. */
    static List<WorkitemClaim> ofStudy(Tx tx, FacilityId facility, Uid study) throws StoreException {
        return tx.query(
                "SELECT * FROM workitem_claim WHERE facility_id = ? AND study_uid = ? ORDER BY changed_at DESC",
                ClaimRepository::read,
                facility.value(),
                study);
    }

    /** Claims that another reader won since {@code from}. */
    static List<WorkitemClaim> lost(Tx tx, Instant from) throws StoreException {
        return tx.query(
                "SELECT * FROM workitem_claim WHERE state IN ('TAKEN', 'GONE') AND changed_at >= ?",
                ClaimRepository::read,
                from);
    }

    static void wish(Tx tx, ClaimWish wish) throws StoreException {
        tx.update(
                "INSERT INTO claim_wish (facility_id, study_uid, accession_number, wished_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                wish.id().facility().value(),
                wish.id().study(),
                wish.accession(),
                wish.at());
    }

    static void dropWish(Tx tx, ReadingItem.Id id) throws StoreException {
        tx.update(
                "DELETE FROM claim_wish WHERE facility_id = ? AND study_uid = ?",
                id.facility().value(),
                id.study());
    }

    /** What is still to be looked for, oldest first. */
    static List<ClaimWish> wishes(Tx tx) throws StoreException {
        return tx.query(
                "SELECT * FROM claim_wish ORDER BY wished_at, study_uid",
                row -> new ClaimWish(
                        new ReadingItem.Id(new FacilityId(row.string("facility_id")), new Uid(row.string("study_uid"))),
                        row.string("accession_number"),
                        row.instant("wished_at")));
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
                WorkitemClaim.State.valueOf(row.string("state")),
                row.optionalInstant("owned_at"));
    }
}
