-- Filters of the list that the reader keeps by name; a part that is NULL wants any.
CREATE TABLE saved_view (
    name     TEXT PRIMARY KEY CHECK (length(trim(name)) > 0),
    words    TEXT NOT NULL,
    whose    TEXT NOT NULL,
    facility TEXT,
    modality TEXT,
    priority TEXT,
    state    TEXT,
    time     TEXT NOT NULL
) STRICT;

-- What else the reader set for the list.
CREATE TABLE list_setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
