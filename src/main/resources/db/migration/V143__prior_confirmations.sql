-- What readers said of probable priors: the last row of a pair counts, none is changed.
CREATE TABLE prior_confirmation (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    study_uid      TEXT NOT NULL,
    facility       TEXT NOT NULL,
    prior_uid      TEXT NOT NULL,
    prior_facility TEXT NOT NULL,
    word           TEXT NOT NULL CHECK (word IN ('CONFIRMED', 'TAKEN_BACK')),
    score          INTEGER NOT NULL,
    evidence       TEXT NOT NULL,
    reader         TEXT NOT NULL,
    said_at        TEXT NOT NULL
) STRICT;
CREATE INDEX prior_confirmation_by_study ON prior_confirmation (study_uid);
CREATE TRIGGER prior_confirmation_keeps_rows BEFORE UPDATE ON prior_confirmation
BEGIN
    SELECT RAISE(ABORT, 'confirmations are never changed');
END;
CREATE TRIGGER prior_confirmation_loses_none BEFORE DELETE ON prior_confirmation
BEGIN
    SELECT RAISE(ABORT, 'confirmations are never deleted');
END;
