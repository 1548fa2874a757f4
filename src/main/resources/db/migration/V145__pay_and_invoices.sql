-- Pay rules are records of the practice too; the list of kinds is the program's.
DROP TRIGGER practice_record_keeps_rows;
DROP TRIGGER practice_record_loses_none;
ALTER TABLE practice_record RENAME TO practice_record_before;
DROP INDEX practice_record_by_key;
CREATE TABLE practice_record (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    kind         TEXT NOT NULL,
    key          TEXT NOT NULL,
    body         TEXT NOT NULL,
    is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
    entered_at   TEXT NOT NULL,
    entered_by   TEXT NOT NULL
);
INSERT INTO practice_record (id, kind, key, body, is_withdrawn, entered_at, entered_by)
    SELECT id, kind, key, body, is_withdrawn, entered_at, entered_by FROM practice_record_before;
DROP TABLE practice_record_before;
CREATE INDEX practice_record_by_key ON practice_record (kind, key, id);

CREATE TRIGGER practice_record_keeps_rows BEFORE UPDATE ON practice_record
BEGIN
    SELECT RAISE(ABORT, 'what is on file is never changed');
END;

CREATE TRIGGER practice_record_loses_none BEFORE DELETE ON practice_record
BEGIN
    SELECT RAISE(ABORT, 'what is on file is never deleted');
END;

-- Times worked, as entered. One that was wrong is withdrawn.
CREATE TABLE worked_hours (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    facility     TEXT NOT NULL,
    from_at      TEXT NOT NULL,
    until_at     TEXT NOT NULL,
    note         TEXT NOT NULL,
    entered_at   TEXT NOT NULL,
    entered_by   TEXT NOT NULL,
    withdrawn_at TEXT
);

-- Invoices as issued. One that was wrong is voided, and what it billed may be billed again.
CREATE TABLE invoice (
    number       TEXT PRIMARY KEY,
    facility     TEXT NOT NULL,
    from_day     TEXT NOT NULL,
    through_day  TEXT NOT NULL,
    currency     TEXT NOT NULL,
    total        TEXT NOT NULL,
    issued_at    TEXT NOT NULL,
    issued_by    TEXT NOT NULL,
    body         TEXT NOT NULL,
    sha256       TEXT NOT NULL CHECK (length(sha256) = 64)
);

CREATE TABLE invoice_void (
    number TEXT PRIMARY KEY REFERENCES invoice (number),
    at     TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (length(trim(reason)) > 0)
);

CREATE TABLE invoiced_study (
    number    TEXT NOT NULL REFERENCES invoice (number),
    facility  TEXT NOT NULL,
    study_uid TEXT NOT NULL,
    PRIMARY KEY (facility, study_uid, number)
);

CREATE TABLE invoiced_hours (
    number TEXT NOT NULL REFERENCES invoice (number),
    hours  INTEGER NOT NULL REFERENCES worked_hours (number),
    PRIMARY KEY (hours, number)
);

CREATE TRIGGER invoice_keeps_rows BEFORE UPDATE ON invoice
BEGIN
    SELECT RAISE(ABORT, 'issued invoices are never changed');
END;

CREATE TRIGGER invoice_loses_none BEFORE DELETE ON invoice
BEGIN
    SELECT RAISE(ABORT, 'issued invoices are never deleted');
END;
