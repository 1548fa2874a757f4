-- The places whose studies are read here.
CREATE TABLE facility (
    id                          TEXT PRIMARY KEY,
    name                        TEXT NOT NULL,
    dicom_web                   TEXT NOT NULL,
    mllp_host                   TEXT,
    mllp_port                   INTEGER,
    mllp_receiving_application  TEXT,
    mllp_receiving_facility     TEXT,
    turnaround_stat_seconds     INTEGER NOT NULL CHECK (turnaround_stat_seconds > 0),
    turnaround_urgent_seconds   INTEGER NOT NULL CHECK (turnaround_urgent_seconds > 0),
    turnaround_routine_seconds  INTEGER NOT NULL CHECK (turnaround_routine_seconds > 0),
    states                      TEXT NOT NULL,
    qa_profile                  TEXT NOT NULL,
    is_demo                     INTEGER NOT NULL CHECK (is_demo IN (0, 1))
);
