package org.candela.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The tables {@code report_draft} and {@code signed_report}. */
final class ReportRepository {
    /** Whether a row is the newest of its report and of a complete one, see {@link SignatureMeaning#isComplete}. */
    private static final String IS_COMPLETE = "meaning IN ('FINAL', 'ADDENDUM', 'CORRECTED') AND version ="
            + " (SELECT MAX(version) FROM signed_report AS newest WHERE newest.report_id = signed_report.report_id)";

    private ReportRepository() {}

    /**
     * Keeps the draft in place of the one before it, unless it was thrown away. A study with a final version keeps the draft it was signed from: a
     * save that comes late changes nothing.
     */
    static void saveDraft(Tx tx, ReportDraft draft, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO report_draft (report_id, facility, study_uid, content, saved_at)"
                        + " SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS"
                        + " (SELECT 1 FROM signed_report WHERE report_id = ? AND " + IS_COMPLETE + ")"
                        + " AND NOT EXISTS (SELECT 1 FROM discarded_draft WHERE report_id = ?)"
                        + " ON CONFLICT (report_id) DO UPDATE SET content = excluded.content,"
                        + " saved_at = excluded.saved_at",
                draft.id().value(),
                draft.study().facility().value(),
                draft.study().studyInstanceUid(),
                ReportJson.ofDraft(draft),
                at,
                draft.id().value(),
                draft.id().value());
    }

    /** Puts the text of a signed correction in the draft's place, which no save of a draft may. */
    static void correctDraft(Tx tx, ReportDraft draft, Instant at) throws StoreException {
        tx.update(
                "UPDATE report_draft SET content = ?, saved_at = ? WHERE report_id = ?",
                ReportJson.ofDraft(draft),
                at,
                draft.id().value());
    }

    static Optional<ReportDraft> draftOf(Tx tx, ReportedStudy study) throws StoreException {
        return tx.one(
                "SELECT content FROM report_draft WHERE facility = ? AND study_uid = ?",
                ReportRepository::readDraft,
                study.facility().value(),
                study.studyInstanceUid());
    }

    /** Drafts without a final version, the one worked on last first. */
    static List<ReportDraft> unsignedDrafts(Tx tx) throws StoreException {
        return tx.query(
                "SELECT content FROM report_draft WHERE report_id NOT IN"
                        + " (SELECT report_id FROM signed_report WHERE " + IS_COMPLETE + ")"
                        + " ORDER BY saved_at DESC, report_id",
                ReportRepository::readDraft);
    }

    static void insertSigned(Tx tx, SignedReport report) throws StoreException {
        tx.update(
                "INSERT INTO signed_report (report_id, version, meaning, facility, study_uid, signed_at, sha256,"
                        + " predecessor_sha256, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                report.id().value(),
                report.version(),
                report.meaning(),
                report.study().facility().value(),
                report.study().studyInstanceUid(),
                report.signature().signedAt(),
                report.sha256(),
                report.lineage().predecessorSha256(),
                ReportJson.ofSigned(report));
    }

    /** Those with a final version, in the order of its signature. */
    static List<ReportId> finalsOf(Tx tx, FacilityId facility, Instant from, Instant until) throws StoreException {
        return tx.query(
                "SELECT report_id FROM signed_report WHERE facility = ? AND meaning = 'FINAL'"
                        + " AND signed_at >= ? AND signed_at < ? ORDER BY signed_at, report_id",
                row -> new ReportId(row.string("report_id")),
                facility.value(),
                from,
                until);
    }

    /** Reports with a signed version. */
    static List<ReportId> signedIds(Tx tx) throws StoreException {
        return tx.query(
                "SELECT report_id, MIN(signed_at) AS first FROM signed_report GROUP BY report_id ORDER BY first, report_id",
                row -> new ReportId(row.string("report_id")));
    }

    /** Newest versions that take a report back as of the wrong patient, the newest first. */
    static List<SignedReport> withdrawn(Tx tx) throws StoreException {
        return tx.query(
                "SELECT * FROM signed_report WHERE meaning = 'WITHDRAWN' AND version ="
                        + " (SELECT MAX(version) FROM signed_report AS newest"
                        + " WHERE newest.report_id = signed_report.report_id)"
                        + " ORDER BY signed_at DESC, report_id",
                ReportRepository::readSigned);
    }

    /** Signatures that the audit trail names and that are gone, but not purged past their age, as {@code report:id/version}. */
    static List<String> auditedAndMissing(Tx tx) throws StoreException {
        return tx.query(
                "SELECT subject FROM audit_event WHERE action = 'REPORT_SIGNED' AND subject NOT IN"
                        + " (SELECT 'report:' || report_id || '/' || version FROM signed_report)"
                        + " AND subject NOT IN (SELECT subject FROM audit_event WHERE action = 'PATIENT_DATA_PURGED')",
                row -> row.string("subject"));
    }

    /** All versions as they are kept, whether they match their hash or not; oldest first. */
    static List<SignedReport> versionsAsKept(Tx tx, ReportId id) throws StoreException {
        return tx.query(
                "SELECT * FROM signed_report WHERE report_id = ? ORDER BY version",
                ReportRepository::readAsKept,
                id.value());
    }

    /** All versions, oldest first. */
    static List<SignedReport> versions(Tx tx, ReportId id) throws StoreException {
        return tx.query(
                "SELECT * FROM signed_report WHERE report_id = ? ORDER BY version",
                ReportRepository::readSigned,
                id.value());
    }

    /** All versions of the report of a study, oldest first. */
    static List<SignedReport> versionsOf(Tx tx, FacilityId facility, Uid study) throws StoreException {
        return tx.query(
                "SELECT * FROM signed_report WHERE facility = ? AND study_uid = ? ORDER BY version",
                ReportRepository::readSigned,
                facility.value(),
                study);
    }

    private static ReportDraft readDraft(Row row) throws StoreException {
        return ReportJson.toDraft(row.string("content"));
    }

    private static SignedReport readSigned(Row row) throws StoreException {
        SignedReport report = readAsKept(row);
        if (!report.isIntact()) {
            throw new StoreException(
                    "report.tampered",
                    "signed report " + report.id() + " version " + report.version() + " does not match its hash");
        }
        return report;
    }

    private static SignedReport readAsKept(Row row) throws StoreException {
        return ReportJson.toSigned(
                new ReportId(row.string("report_id")),
                row.intValue("version"),
                row.string("sha256"),
                row.string("content"));
    }
}
