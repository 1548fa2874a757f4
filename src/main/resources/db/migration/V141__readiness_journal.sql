-- What was measured and said before a shift: noise, temperature, backup link, VPN, contingency sheet. The latest of a key counts.
CREATE TABLE readiness_entry (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT NOT NULL,
    key        TEXT NOT NULL,
    body       TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    entered_by TEXT NOT NULL
);
CREATE INDEX readiness_entry_by_key ON readiness_entry (kind, key, id);

-- The way to a facility as it was measured; rates in bits per second, NULL where a direction was not measured.
CREATE TABLE link_measurement (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    facility    TEXT NOT NULL,
    link        TEXT NOT NULL CHECK (link IN ('MAIN', 'BACKUP')),
    measured_at TEXT NOT NULL,
    down_bps    REAL CHECK (down_bps >= 0),
    up_bps      REAL CHECK (up_bps >= 0),
    body        TEXT NOT NULL
);
CREATE INDEX link_measurement_by_facility ON link_measurement (facility, link, id);

CREATE TRIGGER readiness_entry_keeps_rows BEFORE UPDATE ON readiness_entry
BEGIN
    SELECT RAISE(ABORT, 'what was measured or said is never changed');
END;

CREATE TRIGGER readiness_entry_loses_none BEFORE DELETE ON readiness_entry
BEGIN
    SELECT RAISE(ABORT, 'what was measured or said is never deleted');
END;

CREATE TRIGGER link_measurement_keeps_rows BEFORE UPDATE ON link_measurement
BEGIN
    SELECT RAISE(ABORT, 'a measurement is never changed');
END;

CREATE TRIGGER link_measurement_loses_none BEFORE DELETE ON link_measurement
BEGIN
    SELECT RAISE(ABORT, 'a measurement is never deleted');
END;
