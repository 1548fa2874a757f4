package org.candela.report;

import java.time.Instant;
import java.util.List;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code discarded_draft}. */
final class DraftBinRepository {
    private DraftBinRepository() {}

    record Why(Instant at, String by, String reason) {}

    static boolean hasDraft(Tx tx, ReportId report) throws StoreException {
        return isThere(tx, "SELECT 1 AS one FROM report_draft WHERE report_id = ?", report);
    }

    /** By the worklist's own table: a report room that asked the list would have to have one. */
    static boolean isStudyOpen(Tx tx, ReportId report) throws StoreException {
        return isThere(
                tx,
                "SELECT 1 AS one FROM report_draft AS d JOIN reading AS r ON r.facility_id = d.facility"
                        + " AND r.study_uid = d.study_uid WHERE d.report_id = ? AND r.state = 'OPEN'",
                report);
    }

    static boolean isStudyFree(Tx tx, ReportId report) throws StoreException {
        return !isThere(
                tx,
                "SELECT 1 AS one FROM discarded_draft AS b JOIN report_draft AS d ON d.facility = b.facility"
                        + " AND d.study_uid = b.study_uid WHERE b.report_id = ?",
                report);
    }

    private static boolean isThere(Tx tx, String sql, ReportId report) throws StoreException {
        return !tx.query(sql, row -> row.intValue("one"), report.value()).isEmpty();
    }

    static void discard(Tx tx, ReportId report, Why why) throws StoreException {
        tx.update(
                "INSERT INTO discarded_draft (report_id, facility, study_uid, content, discarded_at, by, reason)"
                        + " SELECT report_id, facility, study_uid, content, ?, ?, ? FROM report_draft WHERE report_id = ?",
                why.at(),
                why.by(),
                why.reason(),
                report.value());
        tx.update("DELETE FROM report_draft WHERE report_id = ?", report.value());
    }

    static void bringBack(Tx tx, ReportId report, Instant now) throws StoreException {
        tx.update(
                "INSERT INTO report_draft (report_id, facility, study_uid, content, saved_at)"
                        + " SELECT report_id, facility, study_uid, content, ? FROM discarded_draft WHERE report_id = ?",
                now,
                report.value());
        remove(tx, report);
    }

    static void remove(Tx tx, ReportId report) throws StoreException {
        tx.update("DELETE FROM discarded_draft WHERE report_id = ?", report.value());
    }

    static List<DraftBin.Discarded> all(Tx tx) throws StoreException {
        return tx.query(
                "SELECT * FROM discarded_draft ORDER BY discarded_at, report_id",
                row -> new DraftBin.Discarded(
                        new ReportId(row.string("report_id")),
                        new FacilityId(row.string("facility")),
                        row.instant("discarded_at"),
                        row.string("by"),
                        row.string("reason")));
    }
}
