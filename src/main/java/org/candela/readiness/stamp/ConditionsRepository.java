package org.candela.readiness.stamp;

import java.util.List;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code report_conditions}. */
final class ConditionsRepository {
    private ConditionsRepository() {}

    static void insert(Tx tx, StampedConditions stamp) throws StoreException {
        tx.update(
                "INSERT INTO report_conditions (report_id, version, report_sha256, stamped_at, body, sha256)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                stamp.report(),
                stamp.version(),
                stamp.reportSha256(),
                stamp.at(),
                stamp.body(),
                stamp.sha256());
    }

    /** All, oldest first, each held against its hash and against the report it belongs to. */
    static List<StampedConditions> all(Tx tx) throws StoreException {
        return tx.query(
                "SELECT c.*, r.sha256 AS signed FROM report_conditions c LEFT JOIN signed_report r"
                        + " ON r.report_id = c.report_id AND r.version = c.version ORDER BY c.stamped_at, c.report_id, c.version",
                ConditionsRepository::read);
    }

    private static StampedConditions read(Row row) throws StoreException {
        StampedConditions stamp = new StampedConditions(
                row.string("report_id"),
                row.intValue("version"),
                row.string("report_sha256"),
                row.instant("stamped_at"),
                row.string("body"),
                row.string("sha256"));
        if (!stamp.isIntact() || !row.string("signed").equals(stamp.reportSha256())) {
            throw new StoreException(
                    "report.conditions-tampered",
                    "the conditions of report " + stamp.report() + " version " + stamp.version()
                            + " do not match their hash");
        }
        return stamp;
    }
}
