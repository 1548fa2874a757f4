-- How long what came with patients stays, and what was deleted. Without a row nothing goes by itself.
CREATE TABLE purge_policy (
    facility_id TEXT NOT NULL,
    age         TEXT NOT NULL CHECK (age IN ('ROW_DAYS', 'RECORD_YEARS', 'EXPORT_DAYS')),
    amount      INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (facility_id, age)
) STRICT;

-- When a study was last looked at here.
CREATE TABLE study_opened (
    study_uid   TEXT PRIMARY KEY,
    facility_id TEXT NOT NULL,
    opened_at   TEXT NOT NULL
) STRICT;

CREATE TABLE purge_run (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        TEXT NOT NULL CHECK (kind IN ('AGE', 'CONTRACT_END')),
    facility_id TEXT NOT NULL,
    reason      TEXT NOT NULL,
    begun_at    TEXT NOT NULL,
    begun_by    TEXT NOT NULL,
    ended_at    TEXT
) STRICT;

-- One row for each deletion, written by its own transaction. It names nobody: what went has the SHA-256 of its identifier.
CREATE TABLE purge_entry (
    run         INTEGER NOT NULL REFERENCES purge_run (id),
    number      INTEGER NOT NULL,
    at          TEXT NOT NULL,
    kind        TEXT NOT NULL,
    facility_id TEXT NOT NULL,
    subject     TEXT NOT NULL,
    row_count   INTEGER NOT NULL,
    byte_count  INTEGER NOT NULL,
    PRIMARY KEY (run, number)
) STRICT;
CREATE TRIGGER purge_entry_stays BEFORE UPDATE ON purge_entry
BEGIN SELECT RAISE(ABORT, 'what was deleted is told for good'); END;
CREATE TRIGGER purge_entry_is_kept BEFORE DELETE ON purge_entry
BEGIN SELECT RAISE(ABORT, 'what was deleted is told for good'); END;

-- Facilities whose contract has ended: nothing is asked of them any more.
CREATE TABLE facility_ended (
    facility_id TEXT PRIMARY KEY REFERENCES facility (id),
    ended_at    TEXT NOT NULL
) STRICT;

-- What a purge asks of each study.
CREATE INDEX order_version_by_key ON order_version (facility_id, source, order_key);
CREATE INDEX order_version_by_study ON order_version (facility_id, study_uid);
CREATE INDEX facility_message_by_study ON facility_message (facility_id, study_uid);
