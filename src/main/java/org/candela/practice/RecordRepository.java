package org.candela.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code practice_record}: nothing is changed in it, the latest of a key counts. */
final class RecordRepository {
    private RecordRepository() {}

    static void append(Tx tx, PracticeRecord record, Entry entry) throws StoreException {
        tx.update(
                "INSERT INTO practice_record (kind, key, body, is_withdrawn, entered_at, entered_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                record.kind(),
                record.key(),
                PracticeJson.write(record).toString(),
                entry.isWithdrawal(),
                entry.at(),
                entry.by());
    }

    /**
     * How a record came there.
     *
     * @param isWithdrawal whether it ends what is on file under this key
     */
    record Entry(Instant at, String by, boolean isWithdrawal) {}

    /** What counts now, in the order of entry. */
    static List<PracticeRecord> list(Tx tx) throws StoreException {
        List<String> bodies = tx.query(
                "SELECT body FROM practice_record WHERE is_withdrawn = 0 AND id IN"
                        + " (SELECT max(id) FROM practice_record GROUP BY kind, key) ORDER BY id",
                row -> row.string("body"));
        List<PracticeRecord> records = new ArrayList<>();
        for (String body : bodies) {
            records.add(parse(body));
        }
        return records;
    }

    private static PracticeRecord parse(String body) throws StoreException {
        try {
            return PracticeJson.read(body);
        } catch (PracticeException e) {
            throw new StoreException("store.value", "a record of the practice cannot be read: " + e.getMessage(), e);
        }
    }
}
