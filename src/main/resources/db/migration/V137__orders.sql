-- What facilities asked for. Every version stays; order_current names the newest of each.
CREATE TABLE order_version (
    version            INTEGER PRIMARY KEY AUTOINCREMENT,
    facility_id        TEXT NOT NULL,
    source             TEXT NOT NULL CHECK (source IN ('WORKITEM', 'MESSAGE', 'SCHEDULE')),
    order_key          TEXT NOT NULL,
    placer             TEXT NOT NULL,
    filler             TEXT NOT NULL,
    accession          TEXT NOT NULL,
    accession_issuer   TEXT NOT NULL,
    study_uid          TEXT,
    priority_word      TEXT NOT NULL,
    modality           TEXT NOT NULL,
    procedure_code     TEXT NOT NULL,
    procedure          TEXT NOT NULL,
    reason             TEXT NOT NULL,
    patient_id         TEXT NOT NULL,
    patient_id_issuer  TEXT NOT NULL,
    patient_name       TEXT NOT NULL,
    patient_birth_date TEXT,
    patient_sex        TEXT NOT NULL,
    patient_state      TEXT NOT NULL,
    orderer            TEXT NOT NULL,
    orderer_phone      TEXT NOT NULL,
    requested_at       TEXT,
    deadline           TEXT,
    received_at        TEXT NOT NULL,
    status             TEXT NOT NULL,
    workitem_uid       TEXT,
    workitem_state     TEXT NOT NULL,
    performers         TEXT NOT NULL
) STRICT;
CREATE TRIGGER order_version_is_kept BEFORE DELETE ON order_version
BEGIN SELECT RAISE(ABORT, 'orders are kept'); END;
CREATE TRIGGER order_version_stays BEFORE UPDATE ON order_version
BEGIN SELECT RAISE(ABORT, 'a version of an order does not change'); END;

CREATE TABLE order_current (
    facility_id TEXT NOT NULL,
    source      TEXT NOT NULL,
    order_key   TEXT NOT NULL,
    version     INTEGER NOT NULL REFERENCES order_version (version),
    placer      TEXT NOT NULL,
    filler      TEXT NOT NULL,
    received_at TEXT NOT NULL,
    PRIMARY KEY (facility_id, source, order_key)
) STRICT;
CREATE INDEX order_current_by_placer ON order_current (facility_id, source, placer);
CREATE INDEX order_current_by_filler ON order_current (facility_id, source, filler);

-- When each way to orders last answered.
CREATE TABLE order_answer (
    facility_id TEXT NOT NULL,
    source      TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    PRIMARY KEY (facility_id, source)
) STRICT;

-- HL7 messages by who sent them and their control id, so that one sent again is answered again and not done twice.
CREATE TABLE order_message (
    sender      TEXT NOT NULL,
    control_id  TEXT NOT NULL,
    digest      TEXT NOT NULL,
    answer      TEXT NOT NULL,
    received_at TEXT NOT NULL,
    PRIMARY KEY (sender, control_id)
) STRICT;
