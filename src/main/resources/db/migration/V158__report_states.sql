-- Where each report stood, step by step: what holds it, what refused it, what was signed. Append-only.
CREATE TABLE report_state (
    report_id TEXT NOT NULL,
    number    INTEGER NOT NULL CHECK (number > 0),
    state     TEXT NOT NULL,
    at        TEXT NOT NULL,
    by        TEXT NOT NULL,
    reason    TEXT NOT NULL,
    PRIMARY KEY (report_id, number)
);

CREATE TRIGGER report_state_keeps_rows BEFORE UPDATE ON report_state
BEGIN
    SELECT RAISE(ABORT, 'states of reports are never changed');
END;

CREATE TRIGGER report_state_loses_none BEFORE DELETE ON report_state
BEGIN
    SELECT RAISE(ABORT, 'states of reports are never deleted');
END;
