-- How far apart the pixels of a panel are, as its reader measured them with a ruler: by panel and mode.
CREATE TABLE panel_pitch (
    screen_id   TEXT    NOT NULL,
    columns     INTEGER NOT NULL CHECK (columns > 0),
    rows        INTEGER NOT NULL CHECK (rows > 0),
    column_mm   REAL    NOT NULL CHECK (column_mm > 0),
    row_mm      REAL    NOT NULL CHECK (row_mm > 0),
    measured_at TEXT    NOT NULL,
    PRIMARY KEY (screen_id, columns, rows)
) STRICT;
