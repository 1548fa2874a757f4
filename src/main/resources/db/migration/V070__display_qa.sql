-- Displays, and every QA run on them: chained like the audit trail, append-only.
CREATE TABLE display (
    id         TEXT PRIMARY KEY,
    first_seen TEXT NOT NULL
);

-- record is the JSON text that the hash covers: sha256(previous_hash, line feed, record).
CREATE TABLE qa_run (
    sequence      INTEGER PRIMARY KEY AUTOINCREMENT,
    display       TEXT NOT NULL REFERENCES display (id),
    kind          TEXT NOT NULL,
    at            TEXT NOT NULL,
    overall       TEXT NOT NULL,
    is_simulated  INTEGER NOT NULL,
    record        TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash          TEXT NOT NULL UNIQUE
);
CREATE INDEX qa_run_by_display ON qa_run (display, sequence);

-- Every reading of the meter, rejects too.
CREATE TABLE luminance_reading (
    run         INTEGER NOT NULL REFERENCES qa_run (sequence),
    ordinal     INTEGER NOT NULL,
    rgb         TEXT NOT NULL,
    cd_per_m2   REAL NOT NULL,
    is_accepted INTEGER NOT NULL,
    PRIMARY KEY (run, ordinal)
);

-- measured is NULL where the limit was not assessed.
CREATE TABLE verdict (
    run            INTEGER NOT NULL REFERENCES qa_run (sequence),
    quantity       TEXT NOT NULL,
    measured       REAL,
    operator       TEXT NOT NULL,
    limit_value    REAL NOT NULL,
    result         TEXT NOT NULL,
    PRIMARY KEY (run, quantity)
);

-- Display tables that were put to use; the latest of a display is in force.
CREATE TABLE display_lut (
    run         INTEGER PRIMARY KEY REFERENCES qa_run (sequence),
    display     TEXT NOT NULL REFERENCES display (id),
    entries     BLOB NOT NULL,
    sha256      TEXT NOT NULL,
    ramp_sha256 TEXT NOT NULL
);

CREATE TRIGGER display_keeps_rows BEFORE UPDATE ON display
BEGIN
    SELECT RAISE(ABORT, 'display QA is never changed');
END;

CREATE TRIGGER display_loses_none BEFORE DELETE ON display
BEGIN
    SELECT RAISE(ABORT, 'display QA is never deleted');
END;

CREATE TRIGGER qa_run_keeps_rows BEFORE UPDATE ON qa_run
BEGIN
    SELECT RAISE(ABORT, 'display QA is never changed');
END;

CREATE TRIGGER qa_run_loses_none BEFORE DELETE ON qa_run
BEGIN
    SELECT RAISE(ABORT, 'display QA is never deleted');
END;

CREATE TRIGGER luminance_reading_keeps_rows BEFORE UPDATE ON luminance_reading
BEGIN
    SELECT RAISE(ABORT, 'display QA is never changed');
END;

CREATE TRIGGER luminance_reading_loses_none BEFORE DELETE ON luminance_reading
BEGIN
    SELECT RAISE(ABORT, 'display QA is never deleted');
END;

CREATE TRIGGER verdict_keeps_rows BEFORE UPDATE ON verdict
BEGIN
    SELECT RAISE(ABORT, 'display QA is never changed');
END;

CREATE TRIGGER verdict_loses_none BEFORE DELETE ON verdict
BEGIN
    SELECT RAISE(ABORT, 'display QA is never deleted');
END;

CREATE TRIGGER display_lut_keeps_rows BEFORE UPDATE ON display_lut
BEGIN
    SELECT RAISE(ABORT, 'display QA is never changed');
END;

CREATE TRIGGER display_lut_loses_none BEFORE DELETE ON display_lut
BEGIN
    SELECT RAISE(ABORT, 'display QA is never deleted');
END;
