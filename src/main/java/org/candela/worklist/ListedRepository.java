package org.candela.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.study.Patient;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySummary;
import org.candela.worklist.ReadingItem.Listing;
import org.candela.worklist.ReadingRepository.Reading;

/** The tables {@code facility_answer} and {@code listed_study}: what each facility listed when it last answered. */
// [impl->req~worklist.survives-restart~1]
final class ListedRepository {
    /** DICOM's own separator of values, so none of them can hold it. */
    private static final String BETWEEN_VALUES = "\\";

    /** The list of one facility at one moment. */
    record Answer(FacilityId facility, List<StudySummary> studies, Instant at) {}

    /** A study with what is kept of its reading. */
    record Listed(StudySummary study, Listing listing, Reading reading) {}

    private ListedRepository() {}

    /**
     * Which edition of the file this is, as the writing connection sees it: it changes when another process has written,
     * not when this one has (SQLite, {@code PRAGMA data_version}).
     */
    static long edition(Tx tx) throws StoreException {
        return tx.one("PRAGMA data_version", row -> row.longValue("data_version"))
                .orElseThrow();
    }

    /** Notes when the facility has answered. */
    static void answered(Tx tx, FacilityId facility, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO facility_answer (facility_id, answered_at) VALUES (?, ?)"
                        + " ON CONFLICT (facility_id) DO UPDATE SET answered_at = excluded.answered_at",
                facility.value(),
                at);
    }

    /** When the facility last answered; empty when it never did. */
    static Optional<Instant> lastAnswer(Tx tx, FacilityId facility) throws StoreException {
        return tx.one(
                "SELECT answered_at FROM facility_answer WHERE facility_id = ?",
                row -> row.instant("answered_at"),
                facility.value());
    }

    /**
     * What the facility lists, and what it listed and has work of ours; in no order.
     *
     * @param answeredAt its last answer
     */
    static List<Listed> list(Tx tx, FacilityId facility, Instant answeredAt) throws StoreException {
        Listing current = new Listing(answeredAt, true);
        return tx.query(
                "SELECT s.*, r.first_seen, r.state, r.claimed_by, r.claimed_at FROM listed_study s"
                        + " JOIN reading r USING (facility_id, study_uid)"
                        + " WHERE facility_id = ? AND (s.last_listed IS NULL OR r.state <> ?)",
                row -> new Listed(readStudy(row, facility), readListing(row, current), ReadingRepository.read(row)),
                facility.value(),
                ReadingState.READY);
    }

    /** Studies that the facility lists now. */
    static int count(Tx tx, FacilityId facility) throws StoreException {
        return tx.one(
                        "SELECT count(*) AS n FROM listed_study WHERE facility_id = ? AND last_listed IS NULL",
                        row -> row.intValue("n"),
                        facility.value())
                .orElse(0);
    }

    /** Notes these studies as listed now. */
    static void save(Tx tx, List<StudySummary> studies) throws StoreException {
        int[] unused = tx.updateEach(
                "INSERT INTO listed_study (facility_id, study_uid, patient_id, patient_id_issuer,"
                        + " patient_name, patient_birth_date, patient_sex, accession_number, date_time, description,"
                        + " referring_physician, modalities, instance_count, priority, received_at, institution, residence,"
                        + " last_listed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)"
                        // In place, so that the key's index is not written again.
                        + " ON CONFLICT (facility_id, study_uid) DO UPDATE SET patient_id = excluded.patient_id,"
                        + " patient_id_issuer = excluded.patient_id_issuer, patient_name = excluded.patient_name,"
                        + " patient_birth_date = excluded.patient_birth_date, patient_sex = excluded.patient_sex,"
                        + " accession_number = excluded.accession_number, date_time = excluded.date_time,"
                        + " description = excluded.description, referring_physician = excluded.referring_physician,"
                        + " modalities = excluded.modalities, instance_count = excluded.instance_count,"
                        + " priority = excluded.priority, received_at = excluded.received_at,"
                        + " institution = excluded.institution, residence = excluded.residence, last_listed = NULL",
                studies.stream().map(ListedRepository::columns).toList());
    }

    private static Object[] columns(StudySummary study) {
        StudyIdentity identity = study.identity();
        Patient patient = study.patient();
        return new Object[] {
            study.facility().value(),
            study.uid(),
            patient.id(),
            patient.issuer(),
            patient.name(),
            patient.birthDate(),
            patient.sex(),
            identity.accessionNumber(),
            identity.dateTime().map(LocalDateTime::toString),
            identity.description(),
            identity.referringPhysician(),
            String.join(BETWEEN_VALUES, new TreeSet<>(study.modalities())),
            study.instanceCount(),
            study.priority(),
            study.receivedAt(),
            study.place().institution(),
            study.place().residence()
        };
    }

    /** Notes that the facility lists the study no longer; it stays for the work done here. */
    static void markGone(Tx tx, ReadingItem.Id id, Instant lastListed) throws StoreException {
        tx.update(
                "UPDATE listed_study SET last_listed = ? WHERE facility_id = ? AND study_uid = ?",
                lastListed,
                id.facility().value(),
                id.study());
    }

    /** Forgets what was listed of a study. */
    static void drop(Tx tx, ReadingItem.Id id) throws StoreException {
        tx.update(
                "DELETE FROM listed_study WHERE facility_id = ? AND study_uid = ?",
                id.facility().value(),
                id.study());
    }

    /** The same, if its facility lists it no longer. */
    static void dropWithdrawn(Tx tx, ReadingItem.Id id) throws StoreException {
        tx.update(
                "DELETE FROM listed_study WHERE facility_id = ? AND study_uid = ? AND last_listed IS NOT NULL",
                id.facility().value(),
                id.study());
    }

    private static StudySummary readStudy(Row row, FacilityId facility) throws StoreException {
        String modalities = row.string("modalities");
        return new StudySummary(
                readIdentity(row),
                facility,
                modalities.isEmpty() ? Set.of() : Set.of(modalities.split("\\\\")),
                row.intValue("instance_count"),
                row.optionalString("priority").map(ReadingPriority::valueOf),
                row.optionalInstant("received_at"),
                new StudySummary.Place(row.string("institution"), row.string("residence")));
    }

    private static StudyIdentity readIdentity(Row row) throws StoreException {
        Patient patient = new Patient(
                row.string("patient_id"),
                row.string("patient_id_issuer"),
                row.string("patient_name"),
                row.optionalString("patient_birth_date").map(LocalDate::parse),
                row.string("patient_sex"));
        return new StudyIdentity(
                new Uid(row.string("study_uid")),
                patient,
                row.string("accession_number"),
                row.optionalString("date_time").map(LocalDateTime::parse),
                row.string("description"),
                row.string("referring_physician"));
    }

    private static Listing readListing(Row row, Listing current) throws StoreException {
        return row.optionalInstant("last_listed")
                .map(at -> new Listing(at, false))
                .orElse(current);
    }

    /** Who referred the patients of listed studies, each name once, those of most studies first. */
    static List<String> referring(Tx tx, int most) throws StoreException {
        return tx.query(
                "SELECT referring_physician, count(*) AS times FROM listed_study WHERE referring_physician <> ''"
                        + " GROUP BY referring_physician ORDER BY times DESC, referring_physician LIMIT ?",
                row -> row.string("referring_physician"),
                most);
    }
}
