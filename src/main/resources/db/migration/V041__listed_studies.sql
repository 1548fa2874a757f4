-- What each facility listed when it last answered, so that the list is there after a restart while a facility is away.
CREATE TABLE facility_answer (
    facility_id TEXT PRIMARY KEY,
    answered_at TEXT NOT NULL
) STRICT;

-- last_listed: the answer that held the study last, NULL while the newest one does. So an answer that changes nothing
-- writes one row, not one a study. Studies with work of ours stay when they are no longer listed; others are deleted.
CREATE TABLE listed_study (
    facility_id         TEXT NOT NULL REFERENCES facility_answer (facility_id),
    study_uid           TEXT NOT NULL,
    patient_id          TEXT NOT NULL,
    patient_id_issuer   TEXT NOT NULL,
    patient_name        TEXT NOT NULL,
    patient_birth_date  TEXT,
    patient_sex         TEXT NOT NULL,
    accession_number    TEXT NOT NULL,
    date_time           TEXT,
    description         TEXT NOT NULL,
    referring_physician TEXT NOT NULL,
    modalities          TEXT NOT NULL,
    instance_count      INTEGER NOT NULL,
    priority            TEXT,
    received_at         TEXT,
    last_listed         TEXT,
    PRIMARY KEY (facility_id, study_uid),
    FOREIGN KEY (facility_id, study_uid) REFERENCES reading (facility_id, study_uid)
) STRICT;
