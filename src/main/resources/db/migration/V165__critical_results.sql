-- What each facility wants done with critical findings, version by version; the highest is in force.
CREATE TABLE critical_policy (
    facility_id TEXT NOT NULL,
    version     INTEGER NOT NULL,
    text        TEXT NOT NULL,
    entered_at  TEXT NOT NULL,
    entered_by  TEXT NOT NULL,
    PRIMARY KEY (facility_id, version)
) STRICT;
CREATE TRIGGER critical_policy_is_kept BEFORE DELETE ON critical_policy
BEGIN SELECT RAISE(ABORT, 'policies are kept'); END;
CREATE TRIGGER critical_policy_stays BEFORE UPDATE ON critical_policy
BEGIN SELECT RAISE(ABORT, 'a policy does not change; enter the next version'); END;

-- What happened to each critical result, entry by entry. Corrections are further entries.
CREATE TABLE critical_entry (
    sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
    loop_id    TEXT NOT NULL,
    number     INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    body       TEXT NOT NULL,
    UNIQUE (loop_id, number)
) STRICT;
CREATE TRIGGER critical_entry_is_kept BEFORE DELETE ON critical_entry
BEGIN SELECT RAISE(ABORT, 'records of critical results are kept'); END;
CREATE TRIGGER critical_entry_stays BEFORE UPDATE ON critical_entry
BEGIN SELECT RAISE(ABORT, 'a record does not change; enter a correction'); END;
