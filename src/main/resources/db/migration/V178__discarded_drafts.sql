-- Drafts that were thrown away, with their words, until their time is over: somebody may want them back.
CREATE TABLE discarded_draft (
    report_id    TEXT PRIMARY KEY,
    facility     TEXT NOT NULL,
    study_uid    TEXT NOT NULL,
    content      TEXT NOT NULL,
    discarded_at TEXT NOT NULL,
    by           TEXT NOT NULL,
    reason       TEXT NOT NULL
) STRICT;
