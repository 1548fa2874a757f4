-- Window presets of modalities that the reader edited, each list whole, as YAML text; a modality without a row has those
-- that come with the program.
CREATE TABLE window_preset (
    modality TEXT PRIMARY KEY,
    yaml     TEXT NOT NULL,
    saved_at TEXT NOT NULL
);
