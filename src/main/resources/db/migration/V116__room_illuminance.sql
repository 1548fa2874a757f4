-- Light of the room in lx, read from a sensor or told by a person who read a meter; the latest counts.
CREATE TABLE room_illuminance (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    lux         REAL NOT NULL CHECK (lux >= 0),
    source      TEXT NOT NULL CHECK (source IN ('MEASURED', 'PROVIDED')),
    measured_at TEXT NOT NULL,
    measured_by TEXT NOT NULL,
    entered_at  TEXT NOT NULL,
    entered_by  TEXT NOT NULL
);

CREATE TRIGGER room_illuminance_keeps_rows BEFORE UPDATE ON room_illuminance
BEGIN
    SELECT RAISE(ABORT, 'display QA is never changed');
END;

CREATE TRIGGER room_illuminance_loses_none BEFORE DELETE ON room_illuminance
BEGIN
    SELECT RAISE(ABORT, 'display QA is never deleted');
END;
