package org.candela.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.worklist.ReadingItem.Claim;

/** The table {@code reading}. */
final class ReadingRepository {
    private static final String BEGIN =
            "INSERT INTO reading (facility_id, study_uid, first_seen, state) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";

    /** What is kept of a reading. */
    record Reading(Instant firstSeen, ReadingState state, Optional<Claim> claim) {}

    private ReadingRepository() {}

    /** The row of {@code id}, made if this is the first time the study is seen. */
    static Reading seen(Tx tx, ReadingItem.Id id, Instant now) throws StoreException {
        begin(tx, id, now);
        return find(tx, id).orElseThrow();
    }

    /** Makes the row of {@code id} if this is the first time the study is seen. */
    private static void begin(Tx tx, ReadingItem.Id id, Instant now) throws StoreException {
        tx.update(BEGIN, id.facility().value(), id.study().value(), now, ReadingState.READY);
    }

    /** The rows of these studies in their order, made where a study is seen for the first time. */
    static List<Reading> seen(Tx tx, FacilityId facility, List<Uid> studies, Instant now) throws StoreException {
        List<Object[]> rows = new ArrayList<>();
        for (Uid study : studies) {
            rows.add(new Object[] {facility.value(), study, now, ReadingState.READY});
        }
        int[] made = tx.updateEach(BEGIN, rows);
        Reading fresh = new Reading(now, ReadingState.READY, Optional.empty());
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < made.length; i++) {
            readings.add(made[i] == 1 ? fresh : known(tx, new ReadingItem.Id(facility, studies.get(i))));
        }
        return readings;
    }

    private static Reading known(Tx tx, ReadingItem.Id id) throws StoreException {
        return find(tx, id).orElseThrow();
    }

    static Optional<Reading> find(Tx tx, ReadingItem.Id id) throws StoreException {
        return tx.one(
                "SELECT * FROM reading WHERE facility_id = ? AND study_uid = ?",
                ReadingRepository::read,
                id.facility().value(),
                id.study().value());
    }

    /** Compare and set: changes nothing and returns false when the row is no longer in state {@code from}. */
    static boolean change(Tx tx, ReadingItem.Id id, ReadingState from, Reading to) throws StoreException {
        return tx.update(
                        "UPDATE reading SET state = ?, claimed_by = ?, claimed_at = ?"
                                + " WHERE facility_id = ? AND study_uid = ? AND state = ?",
                        to.state(),
                        to.claim().map(Claim::reader),
                        to.claim().map(Claim::since),
                        id.facility().value(),
                        id.study().value(),
                        from)
                == 1;
    }

    /** Reads the columns {@code first_seen}, {@code state}, {@code claimed_by} and {@code claimed_at}. */
    static Reading read(Row row) throws StoreException {
        Optional<Instant> since = row.optionalInstant("claimed_at");
        Optional<String> reader = row.optionalString("claimed_by");
        return new Reading(
                row.instant("first_seen"),
                ReadingState.valueOf(row.string("state")),
                reader.flatMap(name -> since.map(at -> new Claim(name, at))));
    }
}
