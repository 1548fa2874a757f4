-- How spoken words are written, of readers and of facilities: the form of dates, and what is written for words.
CREATE TABLE writing_dates (
    layer  TEXT NOT NULL CHECK (layer IN ('PERSONAL', 'FACILITY')),
    owner  TEXT NOT NULL CHECK (owner <> ''),
    dates  TEXT NOT NULL CHECK (dates IN ('AMERICAN', 'ISO', 'NAMED')),
    set_at TEXT NOT NULL,
    PRIMARY KEY (layer, owner)
) STRICT;
CREATE TABLE writing_abbreviation (
    layer   TEXT NOT NULL CHECK (layer IN ('PERSONAL', 'FACILITY')),
    owner   TEXT NOT NULL CHECK (owner <> ''),
    said    TEXT NOT NULL CHECK (said <> ''),
    written TEXT NOT NULL CHECK (written <> ''),
    set_at  TEXT NOT NULL,
    PRIMARY KEY (layer, owner, said)
) STRICT;
