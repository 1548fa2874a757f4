-- A desk may have up to four diagnostic monitors. SQLite changes no constraint in place.
CREATE TABLE screen_role_of_more (
    screen_id TEXT NOT NULL PRIMARY KEY,
    role      TEXT NOT NULL CHECK (role IN
        ('DIAGNOSTIC_LEFT', 'DIAGNOSTIC_RIGHT', 'DIAGNOSTIC_THIRD', 'DIAGNOSTIC_FOURTH', 'WORK', 'SPARE'))
) STRICT;
INSERT INTO screen_role_of_more (screen_id, role) SELECT screen_id, role FROM screen_role;
DROP TABLE screen_role;
ALTER TABLE screen_role_of_more RENAME TO screen_role;
