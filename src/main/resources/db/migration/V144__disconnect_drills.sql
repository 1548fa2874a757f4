-- Disconnect drills that were run here, each with its graded steps; never changed.
CREATE TABLE disconnect_drill (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    run_at TEXT NOT NULL,
    reader TEXT NOT NULL,
    mark   TEXT NOT NULL CHECK (mark IN ('PASSED', 'SLOW', 'FAILED')),
    steps  TEXT NOT NULL
) STRICT;
CREATE TRIGGER disconnect_drill_keeps_rows BEFORE UPDATE ON disconnect_drill
BEGIN
    SELECT RAISE(ABORT, 'drills are never changed');
END;
CREATE TRIGGER disconnect_drill_loses_none BEFORE DELETE ON disconnect_drill
BEGIN
    SELECT RAISE(ABORT, 'drills are never deleted');
END;
