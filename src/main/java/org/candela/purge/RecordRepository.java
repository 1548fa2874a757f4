package org.candela.purge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Signed reports with all that proves them, see {@link Holdings.Stay#RECORD}. */
final class RecordRepository {
    private RecordRepository() {}

    /**
     * A report as its age is counted.
     *
     * @param birthDate as DICOM writes it; may be blank
     * @param versions how many are signed
     */
    record Kept(String report, Uid study, Instant lastSigned, String birthDate, int versions) {}

    /** Reports of a facility that were last signed before that and wait for nobody's answer. */
    static List<Kept> signedBefore(Tx tx, FacilityId facility, Instant before) throws StoreException {
        return tx.query(
                "SELECT report_id, study_uid, max(signed_at) AS last, count(*) AS versions,"
                        + " json_extract(content, '$.study.patient.birthDate') AS birth FROM signed_report AS g"
                        + " WHERE facility = ? GROUP BY report_id HAVING last < ? AND NOT EXISTS"
                        + " (SELECT 1 FROM outbox AS o WHERE o.report_id = g.report_id AND o.state <> 'ACKED')"
                        + " ORDER BY last, report_id",
                row -> new Kept(
                        row.string("report_id"),
                        new Uid(row.string("study_uid")),
                        row.instant("last"),
                        row.optionalString("birth").orElse(""),
                        row.intValue("versions")),
                facility.value(),
                before);
    }

    /** How many reports of a facility are kept, and when the newest was signed; empty without any. */
    static Optional<Instant> newest(Tx tx, FacilityId facility) throws StoreException {
        return tx.one(
                        "SELECT max(signed_at) AS last FROM signed_report WHERE facility = ?",
                        row -> row.optionalString("last"),
                        facility.value())
                .flatMap(last -> last)
                .map(Instant::parse);
    }

    static int count(Tx tx, FacilityId facility) throws StoreException {
        return tx.one(
                        "SELECT count(DISTINCT report_id) AS n FROM signed_report WHERE facility = ?",
                        row -> row.intValue("n"),
                        facility.value())
                .orElse(0);
    }

    /** Reports and thrown-away drafts of a facility: for whom something may have been said. */
    static List<String> reports(Tx tx, FacilityId facility) throws StoreException {
        return tx.query(
                "SELECT DISTINCT report_id FROM (SELECT report_id, facility FROM signed_report"
                        + " UNION SELECT report_id, facility FROM report_draft"
                        + " UNION SELECT report_id, facility FROM discarded_draft) WHERE facility = ? ORDER BY report_id",
                row -> row.string("report_id"),
                facility.value());
    }

    /** Children before what they refer to; returns how many rows went. */
    static int delete(Tx tx, Kept kept) throws StoreException {
        String ofReport = " WHERE outbox_id IN (SELECT id FROM outbox WHERE report_id = ? OR study_uid = ?)";
        int rows = tx.update("DELETE FROM delivery_receipt" + ofReport, kept.report(), kept.study());
        rows += tx.update("DELETE FROM outbox_parcel" + ofReport, kept.report(), kept.study());
        rows += tx.update("DELETE FROM outbox WHERE report_id = ? OR study_uid = ?", kept.report(), kept.study());
        for (String table :
                List.of("report_conditions", "report_state", "amendment_draft", "signed_report", "report_draft")) {
            rows += tx.update("DELETE FROM " + table + " WHERE report_id = ?", kept.report());
        }
        rows += tx.update(
                "DELETE FROM critical_entry WHERE loop_id IN (SELECT loop_id FROM critical_entry"
                        + " WHERE kind = 'OPENED' AND json_extract(body, '$.study') = ?)",
                kept.study());
        return rows;
    }
}
