-- Studies admitted to this workstation. A row is written only when its file is whole and on disk.
CREATE TABLE study (
    uid                 TEXT PRIMARY KEY,
    facility_id         TEXT NOT NULL,
    patient_id          TEXT NOT NULL,
    patient_id_issuer   TEXT NOT NULL,
    patient_name        TEXT NOT NULL,
    patient_birth_date  TEXT,
    patient_sex         TEXT NOT NULL,
    accession_number    TEXT NOT NULL,
    date_time           TEXT,
    description         TEXT NOT NULL,
    referring_physician TEXT NOT NULL,
    admitted_at         TEXT NOT NULL
);

CREATE INDEX study_by_patient ON study (patient_id, patient_id_issuer, date_time);

CREATE TABLE series (
    uid         TEXT PRIMARY KEY,
    study_uid   TEXT NOT NULL REFERENCES study (uid),
    modality    TEXT NOT NULL,
    number      INTEGER,
    description TEXT NOT NULL,
    body_part   TEXT NOT NULL
);

CREATE INDEX series_by_study ON series (study_uid);

-- One DICOM object. orientation and position_mm sort slices (PS3.3 C.7.6.2.1.1); file is relative to the studies folder.
CREATE TABLE instance (
    sop_instance_uid TEXT PRIMARY KEY,
    series_uid       TEXT NOT NULL REFERENCES series (uid),
    sop_class_uid    TEXT NOT NULL,
    number           INTEGER,
    frame_count      INTEGER NOT NULL CHECK (frame_count >= 0),
    orientation      TEXT,
    position_mm      REAL,
    file             TEXT NOT NULL,
    sha256           TEXT NOT NULL,
    admitted_at      TEXT NOT NULL
);

CREATE INDEX instance_by_series ON instance (series_uid);

CREATE TRIGGER instance_keeps_its_bytes BEFORE UPDATE ON instance
BEGIN
    SELECT RAISE(ABORT, 'an admitted object is never changed');
END;
