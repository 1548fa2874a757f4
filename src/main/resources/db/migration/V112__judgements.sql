-- A run judged by several standards, runs judged later, runs that do not count, colour, and certificates of meters.

-- measured is NULL where it was not measured, limit_value where the standard's number is not known. Runs before this version have theirs in verdict.
CREATE TABLE judged_verdict (
    run         INTEGER NOT NULL REFERENCES qa_run (sequence),
    profile     TEXT NOT NULL,
    ordinal     INTEGER NOT NULL,
    quantity    TEXT NOT NULL,
    measured    REAL,
    operator    TEXT NOT NULL,
    limit_value REAL,
    result      TEXT NOT NULL,
    PRIMARY KEY (run, profile, ordinal)
);

-- Which run a later judgement or a withdrawal is about.
CREATE TABLE qa_about (
    entry INTEGER PRIMARY KEY REFERENCES qa_run (sequence),
    run   INTEGER NOT NULL REFERENCES qa_run (sequence),
    kind  TEXT NOT NULL CHECK (kind IN ('JUDGEMENT', 'WITHDRAWAL'))
);
CREATE INDEX qa_about_by_run ON qa_about (run, kind);

-- CIE X and Z beside the luminance, where the meter sees colour.
ALTER TABLE luminance_reading ADD COLUMN x REAL;
ALTER TABLE luminance_reading ADD COLUMN z REAL;

-- The latest of a meter counts.
CREATE TABLE meter_certificate (
    id                   INTEGER PRIMARY KEY AUTOINCREMENT,
    make                 TEXT NOT NULL,
    model                TEXT NOT NULL,
    serial               TEXT NOT NULL,
    number               TEXT NOT NULL,
    issuer               TEXT NOT NULL,
    calibrated_on        TEXT NOT NULL,
    due                  TEXT NOT NULL,
    relative_uncertainty REAL,
    entered_at           TEXT NOT NULL,
    entered_by           TEXT NOT NULL
);

CREATE TRIGGER judged_verdict_keeps_rows BEFORE UPDATE ON judged_verdict
BEGIN
    SELECT RAISE(ABORT, 'display QA is never changed');
END;

CREATE TRIGGER judged_verdict_loses_none BEFORE DELETE ON judged_verdict
BEGIN
    SELECT RAISE(ABORT, 'display QA is never deleted');
END;

CREATE TRIGGER qa_about_keeps_rows BEFORE UPDATE ON qa_about
BEGIN
    SELECT RAISE(ABORT, 'display QA is never changed');
END;

CREATE TRIGGER qa_about_loses_none BEFORE DELETE ON qa_about
BEGIN
    SELECT RAISE(ABORT, 'display QA is never deleted');
END;

CREATE TRIGGER meter_certificate_keeps_rows BEFORE UPDATE ON meter_certificate
BEGIN
    SELECT RAISE(ABORT, 'display QA is never changed');
END;

CREATE TRIGGER meter_certificate_loses_none BEFORE DELETE ON meter_certificate
BEGIN
    SELECT RAISE(ABORT, 'display QA is never deleted');
END;
