-- Hanging protocols that the reader made or imported, each as YAML text.
CREATE TABLE hanging_protocol (
    id       TEXT PRIMARY KEY,
    yaml     TEXT NOT NULL,
    saved_at TEXT NOT NULL
);
