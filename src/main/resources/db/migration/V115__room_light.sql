-- Room light as the screens reflect it, told by whoever measured it; the latest counts.
CREATE TABLE room_light (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    cd_per_m2  REAL NOT NULL CHECK (cd_per_m2 >= 0),
    entered_at TEXT NOT NULL,
    entered_by TEXT NOT NULL
);

CREATE TRIGGER room_light_keeps_rows BEFORE UPDATE ON room_light
BEGIN
    SELECT RAISE(ABORT, 'display QA is never changed');
END;

CREATE TRIGGER room_light_loses_none BEFORE DELETE ON room_light
BEGIN
    SELECT RAISE(ABORT, 'display QA is never deleted');
END;
