-- When the workstation locks by itself; the newest holds, those before it stay to be read.
CREATE TABLE lock_setting (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    minutes    INTEGER NOT NULL,
    consent    TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    entered_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER lock_setting_is_kept BEFORE DELETE ON lock_setting
BEGIN SELECT RAISE(ABORT, 'settings of the lock are kept'); END;
CREATE TRIGGER lock_setting_stays BEFORE UPDATE ON lock_setting
BEGIN SELECT RAISE(ABORT, 'a setting does not change; enter the next one'); END;

-- How often it was tried in vain to unlock, so that a restart forgives nothing. One row.
CREATE TABLE lock_try (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    failed  INTEGER NOT NULL,
    next_at TEXT NOT NULL
) STRICT;
