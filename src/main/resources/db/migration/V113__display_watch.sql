-- What the watch over displays saw between checks. event is ALARM, ALL_CLEAR or NOTE; kind says what was watched.
CREATE TABLE display_alarm (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    display  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    event    TEXT NOT NULL CHECK (event IN ('ALARM', 'ALL_CLEAR', 'NOTE')),
    cause    TEXT NOT NULL,
    found    TEXT NOT NULL,
    at       TEXT NOT NULL
);
CREATE INDEX display_alarm_by_display ON display_alarm (display, kind, sequence);

-- Controls of a monitor as they were read; a row where one differs from the row before. run is that of the baseline, 0 otherwise.
CREATE TABLE monitor_reading (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    display  TEXT NOT NULL,
    control  TEXT NOT NULL,
    value    INTEGER NOT NULL,
    maximum  INTEGER NOT NULL,
    run      INTEGER NOT NULL,
    at       TEXT NOT NULL
);
CREATE INDEX monitor_reading_by_control ON monitor_reading (display, control, sequence);

-- The light of the room at a conformance run.
CREATE TABLE ambient_baseline (
    run     INTEGER NOT NULL,
    display TEXT NOT NULL,
    sensor  TEXT NOT NULL,
    lux     REAL NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (run, display, sensor)
);

-- Who put off being reminded of a run that is due, and until when.
CREATE TABLE qa_snooze (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    display  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    until    TEXT NOT NULL,
    actor    TEXT NOT NULL,
    at       TEXT NOT NULL
);

CREATE TRIGGER display_alarm_keeps_rows BEFORE UPDATE ON display_alarm
BEGIN
    SELECT RAISE(ABORT, 'what the watch over displays saw is never changed');
END;

CREATE TRIGGER display_alarm_loses_none BEFORE DELETE ON display_alarm
BEGIN
    SELECT RAISE(ABORT, 'what the watch over displays saw is never deleted');
END;

CREATE TRIGGER monitor_reading_keeps_rows BEFORE UPDATE ON monitor_reading
BEGIN
    SELECT RAISE(ABORT, 'what the watch over displays saw is never changed');
END;

CREATE TRIGGER monitor_reading_loses_none BEFORE DELETE ON monitor_reading
BEGIN
    SELECT RAISE(ABORT, 'what the watch over displays saw is never deleted');
END;

CREATE TRIGGER ambient_baseline_keeps_rows BEFORE UPDATE ON ambient_baseline
BEGIN
    SELECT RAISE(ABORT, 'what the watch over displays saw is never changed');
END;

CREATE TRIGGER ambient_baseline_loses_none BEFORE DELETE ON ambient_baseline
BEGIN
    SELECT RAISE(ABORT, 'what the watch over displays saw is never deleted');
END;

CREATE TRIGGER qa_snooze_keeps_rows BEFORE UPDATE ON qa_snooze
BEGIN
    SELECT RAISE(ABORT, 'what the watch over displays saw is never changed');
END;

CREATE TRIGGER qa_snooze_loses_none BEFORE DELETE ON qa_snooze
BEGIN
    SELECT RAISE(ABORT, 'what the watch over displays saw is never deleted');
END;
