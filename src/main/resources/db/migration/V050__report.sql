-- Who may sign. The PIN itself is nowhere: salt and stretched hash only.
CREATE TABLE signer (
    id              TEXT PRIMARY KEY,
    family_name     TEXT NOT NULL,
    given_name      TEXT NOT NULL,
    salt            BLOB NOT NULL,
    iterations      INTEGER NOT NULL CHECK (iterations > 0),
    pin_hash        BLOB NOT NULL,
    failed_attempts INTEGER NOT NULL DEFAULT 0,
    next_try_at     TEXT NOT NULL
);

-- What is being written; one draft a study.
CREATE TABLE report_draft (
    report_id TEXT PRIMARY KEY,
    facility  TEXT NOT NULL,
    study_uid TEXT NOT NULL,
    content   TEXT NOT NULL,
    saved_at  TEXT NOT NULL,
    UNIQUE (facility, study_uid)
);

-- What was signed. Append-only.
CREATE TABLE signed_report (
    report_id TEXT NOT NULL,
    version   INTEGER NOT NULL CHECK (version > 0),
    meaning   TEXT NOT NULL CHECK (meaning IN ('PRELIMINARY', 'FINAL')),
    facility  TEXT NOT NULL,
    study_uid TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    sha256    TEXT NOT NULL CHECK (length(sha256) = 64),
    content   TEXT NOT NULL,
    PRIMARY KEY (report_id, version)
);

CREATE UNIQUE INDEX signed_report_is_final_once ON signed_report (facility, study_uid) WHERE meaning = 'FINAL';

CREATE TRIGGER signed_report_keeps_rows BEFORE UPDATE ON signed_report
BEGIN
    SELECT RAISE(ABORT, 'signed reports are never changed');
END;

CREATE TRIGGER signed_report_loses_none BEFORE DELETE ON signed_report
BEGIN
    SELECT RAISE(ABORT, 'signed reports are never deleted');
END;
