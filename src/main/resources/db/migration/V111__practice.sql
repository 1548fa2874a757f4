-- What a practice wants of its workstations, below what the reader wants; each kind as it was handed over.
CREATE TABLE practice (
    kind     TEXT PRIMARY KEY,
    text     TEXT NOT NULL,
    saved_at TEXT NOT NULL
);
