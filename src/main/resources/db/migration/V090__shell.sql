-- What each panel is for, by the identity of the panel, so that it may be plugged in elsewhere.
CREATE TABLE screen_role (
    screen_id TEXT NOT NULL PRIMARY KEY,
    role      TEXT NOT NULL CHECK (role IN ('DIAGNOSTIC_LEFT', 'DIAGNOSTIC_RIGHT', 'WORK', 'SPARE'))
) STRICT;
