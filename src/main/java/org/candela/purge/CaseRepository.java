package org.candela.purge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Rows of studies in the tables of many rooms, see {@link Holdings.Stay#ROWS} and {@link Holdings.Stay#IMAGES}. */
final class CaseRepository {
    /** What nobody works on; the images went before. */
    private static final String AT_REST = " r.claimed_by IS NULL AND r.state IN ('READY', 'FINAL')"
            + " AND NOT EXISTS (SELECT 1 FROM study AS s WHERE s.uid = r.study_uid)";

    /** The last thing that happened to a study; texts of one form compare as times. */
    private static final String TOUCHED = "max(r.first_seen, ifnull(l.last_listed, ''),"
            + " ifnull((SELECT max(signed_at) FROM signed_report AS g"
            + " WHERE g.facility = r.facility_id AND g.study_uid = r.study_uid), ''),"
            + " ifnull((SELECT opened_at FROM study_opened AS o WHERE o.study_uid = r.study_uid), ''),"
            + " ifnull((SELECT max(received_at) FROM order_version AS v"
            + " WHERE v.facility_id = r.facility_id AND v.study_uid = r.study_uid), ''),"
            + " ifnull((SELECT max(received_at) FROM facility_message AS m"
            + " WHERE m.facility_id = r.facility_id AND m.study_uid = r.study_uid), ''))";

    /** Of an order or a message: that it is about the study, by its UID or its accession number. */
    private static final String IS_ABOUT = " facility_id = ? AND (study_uid = ? OR (accession <> '' AND accession IN"
            + " (SELECT accession_number FROM listed_study WHERE facility_id = ? AND study_uid = ?)))";

    /** Of an order or a message {@code each}: that no study here is meant. */
    private static final String OF_NO_STUDY = "NOT EXISTS (SELECT 1 FROM reading AS r"
            + " WHERE r.facility_id = each.facility_id AND r.study_uid = each.study_uid)"
            + " AND NOT EXISTS (SELECT 1 FROM listed_study AS l WHERE l.facility_id = each.facility_id"
            + " AND each.accession <> '' AND l.accession_number = each.accession)";

    private CaseRepository() {}

    /** Studies of a facility that it lists no longer, untouched since; the oldest first. */
    static List<CasePurge.Due> due(Tx tx, FacilityId facility, Instant before) throws StoreException {
        return tx.query(
                "SELECT r.study_uid, " + TOUCHED + " AS touched FROM reading AS r LEFT JOIN listed_study AS l"
                        + " ON l.facility_id = r.facility_id AND l.study_uid = r.study_uid WHERE r.facility_id = ?"
                        + " AND (l.study_uid IS NULL OR l.last_listed IS NOT NULL) AND" + AT_REST
                        + " AND touched < ? ORDER BY touched, r.study_uid",
                row -> new CasePurge.Due(facility, new Uid(row.string("study_uid")), row.instant("touched")),
                facility.value(),
                before);
    }

    /** All studies of a facility that have rows. */
    static List<Uid> all(Tx tx, FacilityId facility) throws StoreException {
        return tx.query(
                "SELECT study_uid FROM reading WHERE facility_id = ? ORDER BY study_uid",
                row -> new Uid(row.string("study_uid")),
                facility.value());
    }

    /** Whether somebody took it up since it was found due. */
    static boolean isAtRest(Tx tx, FacilityId facility, Uid study) throws StoreException {
        return tx.query(
                                "SELECT 1 AS one FROM reading AS r WHERE r.facility_id = ? AND r.study_uid = ? AND"
                                        + AT_REST,
                                row -> row.intValue("one"),
                                facility.value(),
                                study)
                        .size()
                == 1;
    }

    /** What goes with the images; the series must still be there. Returns how many rows went. */
    static int deleteWithImages(Tx tx, Uid study) throws StoreException {
        int rows = 0;
        for (String table : List.of("mark", "calibration", "annotation")) {
            rows += tx.update(
                    "DELETE FROM " + table + " WHERE series_uid IN (SELECT uid FROM series WHERE study_uid = ?)",
                    study);
        }
        rows += tx.update(
                "DELETE FROM stack_offset WHERE one_series IN (SELECT uid FROM series WHERE study_uid = ?)"
                        + " OR other_series IN (SELECT uid FROM series WHERE study_uid = ?)",
                study,
                study);
        for (String table : List.of("key_image", "kept_hanging")) {
            rows += tx.update("DELETE FROM " + table + " WHERE study_uid = ?", study);
        }
        return rows;
    }

    /** Returns how many rows went. */
    static int deleteRows(Tx tx, FacilityId facility, Uid study) throws StoreException {
        int rows = deleteOrders(tx, IS_ABOUT, facility.value(), study, facility.value(), study);
        rows += tx.update(
                "DELETE FROM facility_message WHERE" + IS_ABOUT, facility.value(), study, facility.value(), study);
        rows += tx.update("DELETE FROM prior_confirmation WHERE study_uid = ? OR prior_uid = ?", study, study);
        rows += tx.update("DELETE FROM study_opened WHERE study_uid = ?", study);
        for (String table : List.of("workitem_claim", "claim_wish", "listed_study", "reading")) {
            rows += tx.update(
                    "DELETE FROM " + table + " WHERE facility_id = ? AND study_uid = ?", facility.value(), study);
        }
        return rows;
    }

    /** Each order that has such a version, with all its versions. */
    private static int deleteOrders(Tx tx, String where, Object... args) throws StoreException {
        String keys = " WHERE (facility_id, source, order_key) IN"
                + " (SELECT facility_id, source, order_key FROM order_version WHERE" + where + ")";
        return tx.update("DELETE FROM order_current" + keys, args)
                + tx.update("DELETE FROM order_version" + keys, args);
    }

    /** Orders and messages older than that which are about no study here; unread messages stay. */
    static int deleteWords(Tx tx, FacilityId facility, Instant before) throws StoreException {
        String old = " facility_id = ? AND NOT EXISTS (SELECT 1 FROM order_version AS each"
                + " WHERE each.facility_id = order_version.facility_id AND each.source = order_version.source"
                + " AND each.order_key = order_version.order_key"
                + " AND (each.received_at >= ? OR NOT (" + OF_NO_STUDY + ")))";
        return deleteOrders(tx, old, facility.value(), before)
                + tx.update(
                        "DELETE FROM facility_message WHERE id IN (SELECT each.id FROM facility_message AS each"
                                + " WHERE each.facility_id = ? AND each.received_at < ? AND each.opened_at IS NOT NULL"
                                + " AND " + OF_NO_STUDY + ")",
                        facility.value(),
                        before);
    }

    /** All orders and messages of a facility. */
    static int deleteAllWords(Tx tx, FacilityId facility) throws StoreException {
        return deleteOrders(tx, " facility_id = ?", facility.value())
                + tx.update("DELETE FROM facility_message WHERE facility_id = ?", facility.value());
    }

    /** Receipts of messages; they hold no patient, but a number and a digest. */
    static int deleteReceipts(Tx tx, Instant before) throws StoreException {
        return tx.update("DELETE FROM order_message WHERE received_at < ?", before);
    }

    /** How a facility was reached and what it wanted; its name stays, since records name it. */
    static int deleteAccess(Tx tx, FacilityId facility, Instant now) throws StoreException {
        int rows = 0;
        for (Map.Entry<String, Holdings.Stay> table : Holdings.tables().entrySet()) {
            if (table.getValue() == Holdings.Stay.CONTRACT) {
                rows += tx.update("DELETE FROM " + table.getKey() + " WHERE facility_id = ?", facility.value());
            }
        }
        tx.update(
                "UPDATE facility SET dicom_web = 'http://ended.invalid/', mllp_host = NULL, mllp_port = NULL,"
                        + " mllp_receiving_application = NULL, mllp_receiving_facility = NULL, sign_in = 'NOBODY',"
                        + " sign_in_user = '', sign_in_issuer = '', sign_in_scope = '', pins = '', certificate = ''"
                        + " WHERE id = ?",
                facility.value());
        tx.update(
                "INSERT INTO facility_ended (facility_id, ended_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                facility.value(),
                now);
        return rows;
    }
}
