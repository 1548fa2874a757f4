-- Texts that are put in by name or shortcut, of the reader and of facilities.
CREATE TABLE report_macro (
    layer    TEXT NOT NULL CHECK (layer IN ('PERSONAL', 'FACILITY')),
    owner    TEXT NOT NULL CHECK (owner <> ''),
    name_key TEXT NOT NULL,
    name     TEXT NOT NULL,
    shortcut TEXT NOT NULL,
    text     TEXT NOT NULL,
    modality TEXT NOT NULL,
    words    TEXT NOT NULL,
    sex      TEXT NOT NULL,
    ages     TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (layer, owner, name_key)
);
