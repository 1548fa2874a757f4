-- What is being written to follow a signed version; kept until that version is signed or nothing is left of it.
CREATE TABLE amendment_draft (
    report_id TEXT PRIMARY KEY,
    follows   INTEGER NOT NULL CHECK (follows > 0),
    content   TEXT NOT NULL,
    saved_at  TEXT NOT NULL
) STRICT;
