package org.candela.study;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Study, series and instance rows. */
final class StudyRepository {
    private final LibraryFiles files;

    StudyRepository(LibraryFiles files) {
        this.files = files;
    }

    /** What the library knows of an object it has. */
    record Known(Uid study, Path file, String sha256) {}

    /** Where and when an object was admitted. */
    record Arrival(FacilityId facility, Instant at, Path file, String sha256) {}

    Optional<Known> find(Tx tx, Uid sopInstance) throws StoreException {
        return tx.one(
                "SELECT study_uid, file, sha256 FROM instance JOIN series ON series.uid = series_uid"
                        + " WHERE sop_instance_uid = ?",
                row -> new Known(uid(row, "study_uid"), files.at(row.string("file")), row.string("sha256")),
                sopInstance);
    }

    /** What the row of an object says of its file. */
    static Optional<String> fileOf(Tx tx, Uid sopInstance) throws StoreException {
        return tx.one("SELECT file FROM instance WHERE sop_instance_uid = ?", row -> row.string("file"), sopInstance);
    }

    /** The object lies elsewhere from now on; how many rows that were. */
    int moveFile(Tx tx, Uid sopInstance, Path before, Path after) throws StoreException {
        return tx.update(
                "UPDATE instance SET file = ? WHERE sop_instance_uid = ? AND file = ?",
                files.relative(after),
                sopInstance,
                files.relative(before));
    }

    Optional<Uid> studyOfSeries(Tx tx, Uid series) throws StoreException {
        return tx.one("SELECT study_uid FROM series WHERE uid = ?", row -> uid(row, "study_uid"), series);
    }

    Optional<Patient> patientOf(Tx tx, Uid study) throws StoreException {
        return tx.one("SELECT * FROM study WHERE uid = ?", StudyRepository::readPatient, study);
    }

    void insert(Tx tx, ObjectHeader header, Arrival arrival) throws StoreException {
        insertStudy(tx, header.study(), arrival);
        ObjectHeader.SeriesFacts series = header.series();
        tx.update(
                "INSERT INTO series (uid, study_uid, modality, number, description, body_part)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO NOTHING",
                series.uid(),
                header.study().uid(),
                series.modality(),
                series.number(),
                series.description(),
                series.bodyPart());
        insertInstance(tx, header, arrival);
    }

    private static void insertStudy(Tx tx, StudyIdentity study, Arrival arrival) throws StoreException {
        Patient patient = study.patient();
        tx.update(
                "INSERT INTO study (uid, facility_id, patient_id, patient_id_issuer, patient_name, patient_birth_date,"
                        + " patient_sex, accession_number, date_time, description, referring_physician, admitted_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO NOTHING",
                study.uid(),
                arrival.facility().value(),
                patient.id(),
                patient.issuer(),
                patient.name(),
                patient.birthDate(),
                patient.sex(),
                study.accessionNumber(),
                study.dateTime().map(LocalDateTime::toString),
                study.description(),
                study.referringPhysician(),
                arrival.at());
    }

    private void insertInstance(Tx tx, ObjectHeader header, Arrival arrival) throws StoreException {
        ObjectHeader.ImageFacts image = header.image();
        tx.update(
                "INSERT INTO instance (sop_instance_uid, series_uid, sop_class_uid, number, frame_count, orientation,"
                        + " position_mm, file, sha256, admitted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                header.sopInstanceUid(),
                header.series().uid(),
                header.sopClassUid(),
                image.number(),
                image.frameCount(),
                image.place().map(Instance.Place::orientation),
                image.place().map(Instance.Place::positionMm),
                files.relative(arrival.file()),
                arrival.sha256(),
                arrival.at());
    }

    Optional<Study> study(Tx tx, Uid uid) throws StoreException {
        List<Study> found = studies(tx, "WHERE uid = ?", uid);
        return found.stream().findFirst();
    }

    /** Studies that {@code where} selects, newest study date first. */
    List<Study> studies(Tx tx, String where, Object... args) throws StoreException {
        return tx.query(
                "SELECT * FROM study " + where + " ORDER BY date_time DESC, uid", row -> readStudy(tx, row), args);
    }

    private Study readStudy(Tx tx, Row row) throws StoreException {
        StudyIdentity identity = new StudyIdentity(
                uid(row, "uid"),
                readPatient(row),
                row.string("accession_number"),
                row.optionalString("date_time").map(LocalDateTime::parse),
                row.string("description"),
                row.string("referring_physician"));
        return new Study(
                identity,
                new FacilityId(row.string("facility_id")),
                row.instant("admitted_at"),
                series(tx, identity.uid()));
    }

    private static Patient readPatient(Row row) throws StoreException {
        return new Patient(
                row.string("patient_id"),
                row.string("patient_id_issuer"),
                row.string("patient_name"),
                row.optionalString("patient_birth_date").map(LocalDate::parse),
                row.string("patient_sex"));
    }

    private List<Series> series(Tx tx, Uid study) throws StoreException {
        return tx.query(
                "SELECT * FROM series WHERE study_uid = ? ORDER BY number, uid", row -> readSeries(tx, row), study);
    }

    private Series readSeries(Tx tx, Row row) throws StoreException {
        Uid uid = uid(row, "uid");
        return new Series(
                uid,
                row.string("modality"),
                optionalInt(row, "number"),
                row.string("description"),
                row.string("body_part"),
                tx.query("SELECT * FROM instance WHERE series_uid = ?", this::readInstance, uid));
    }

    private Instance readInstance(Row row) throws StoreException {
        Optional<String> orientation = row.optionalString("orientation");
        return new Instance(
                uid(row, "sop_instance_uid"),
                uid(row, "sop_class_uid"),
                optionalInt(row, "number"),
                row.intValue("frame_count"),
                orientation.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Instance.Place(orientation.orElseThrow(), row.doubleValue("position_mm"))),
                files.at(row.string("file")));
    }

    private static Optional<Integer> optionalInt(Row row, String column) throws StoreException {
        return row.optionalString(column).map(Integer::valueOf);
    }

    private static Uid uid(Row row, String column) throws StoreException {
        return new Uid(row.string(column));
    }
}
