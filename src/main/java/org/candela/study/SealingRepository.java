package org.candela.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Which objects of the library lie plain. */
final class SealingRepository {
    /** An object whose file is not sealed. */
    record Lying(Uid study, Uid object, String file, String sha256) {}

    /** How many objects there are. */
    record Count(long plain, long all) {}

    private static final String PLAIN = "file NOT LIKE '%.sealed'";

    private SealingRepository() {}

    static Count count(Tx tx) throws StoreException {
        return tx.one(
                        "SELECT count(*) AS every, count(CASE WHEN " + PLAIN + " THEN 1 END) AS plain FROM instance",
                        row -> new Count(row.longValue("plain"), row.longValue("every")))
                .orElseThrow();
    }

    /** Up to {@code most}, in the order of their UIDs, after the one that was looked at last. */
    static List<Lying> plain(Tx tx, String after, int most) throws StoreException {
        return tx.query(
                "SELECT study_uid, sop_instance_uid, file, sha256 FROM instance JOIN series ON series.uid = series_uid"
                        + " WHERE " + PLAIN + " AND sop_instance_uid > ? ORDER BY sop_instance_uid LIMIT ?",
                row -> new Lying(
                        new Uid(row.string("study_uid")),
                        new Uid(row.string("sop_instance_uid")),
                        row.string("file"),
                        row.string("sha256")),
                after,
                most);
    }

    /** What rows say of all files. */
    static Set<String> files(Tx tx) throws StoreException {
        return new HashSet<>(tx.query("SELECT file FROM instance", row -> row.string("file")));
    }
}
