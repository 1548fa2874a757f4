-- How a study hung when it was last open: one JSON text a study, replaced as it changes.
CREATE TABLE kept_hanging (
    study_uid  TEXT PRIMARY KEY,
    hanging    TEXT NOT NULL,
    kept_at    TEXT NOT NULL
);

-- Stacks that a reader laid side by side: how far the second lies over the first, along its normal.
CREATE TABLE stack_offset (
    one_series   TEXT NOT NULL,
    other_series TEXT NOT NULL,
    unit         TEXT NOT NULL CHECK (unit IN ('MILLIMETRES', 'FRAMES')),
    distance     REAL NOT NULL,
    kept_at      TEXT NOT NULL,
    PRIMARY KEY (one_series, other_series)
);
