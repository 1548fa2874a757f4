-- What is on file about the reader: licences, credentials, policies, engagements, … The latest of a key counts.
CREATE TABLE practice_record (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    kind         TEXT NOT NULL CHECK (kind IN
        ('LICENCE', 'CREDENTIAL', 'POLICY', 'ENGAGEMENT', 'TERMS', 'LOCATION', 'EMERGENCY', 'DOSSIER')),
    key          TEXT NOT NULL,
    body         TEXT NOT NULL,
    is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
    entered_at   TEXT NOT NULL,
    entered_by   TEXT NOT NULL
);
CREATE INDEX practice_record_by_key ON practice_record (kind, key, id);

-- What the gate said of a study, and from what.
CREATE TABLE gate_decision (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at         TEXT NOT NULL,
    reader     TEXT NOT NULL,
    step       TEXT NOT NULL CHECK (step IN ('CLAIM', 'SIGN')),
    facility   TEXT NOT NULL,
    study_hash TEXT NOT NULL,
    outcome    TEXT NOT NULL CHECK (outcome IN ('OPEN', 'BLOCKED', 'OVERRIDDEN')),
    reason     TEXT NOT NULL CHECK (outcome <> 'OVERRIDDEN' OR length(trim(reason)) > 0),
    findings   TEXT NOT NULL
);
CREATE INDEX gate_decision_by_study ON gate_decision (study_hash, id);

CREATE TRIGGER practice_record_keeps_rows BEFORE UPDATE ON practice_record
BEGIN
    SELECT RAISE(ABORT, 'what is on file is never changed');
END;

CREATE TRIGGER practice_record_loses_none BEFORE DELETE ON practice_record
BEGIN
    SELECT RAISE(ABORT, 'what is on file is never deleted');
END;

CREATE TRIGGER gate_decision_keeps_rows BEFORE UPDATE ON gate_decision
BEGIN
    SELECT RAISE(ABORT, 'decisions of the gate are never changed');
END;

CREATE TRIGGER gate_decision_loses_none BEFORE DELETE ON gate_decision
BEGIN
    SELECT RAISE(ABORT, 'decisions of the gate are never deleted');
END;
