-- Who did what when; each row carries the hash of itself and its predecessor. Append-only.
CREATE TABLE audit_event (
    sequence      INTEGER PRIMARY KEY AUTOINCREMENT,
    at            TEXT NOT NULL,
    actor         TEXT NOT NULL,
    action        TEXT NOT NULL,
    subject       TEXT NOT NULL,
    detail        TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash          TEXT NOT NULL
);

CREATE TRIGGER audit_event_keeps_rows BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'audit events are never changed');
END;

CREATE TRIGGER audit_event_loses_none BEFORE DELETE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'audit events are never deleted');
END;
