-- What was said for a report. The sound lies in a file of its own named by the id; the row of one that is deleted stays.
CREATE TABLE utterance (
    id          TEXT PRIMARY KEY,
    draft_id    TEXT NOT NULL,
    started_at  TEXT NOT NULL,
    length_ms   INTEGER NOT NULL CHECK (length_ms >= 0),
    is_mended   INTEGER NOT NULL CHECK (is_mended IN (0, 1)),
    state       TEXT NOT NULL CHECK (state IN ('SPOKEN', 'HEARD', 'TAKEN', 'DELETED')),
    engine      TEXT NOT NULL,
    words       BLOB,
    is_sealed   INTEGER NOT NULL DEFAULT 0 CHECK (is_sealed IN (0, 1)),
    delete_from TEXT,
    deleted_at  TEXT,
    CHECK ((state = 'DELETED') = (deleted_at IS NOT NULL)),
    CHECK (state <> 'DELETED' OR words IS NULL)
) STRICT;
CREATE INDEX utterance_by_draft ON utterance (draft_id, started_at);
CREATE INDEX utterance_by_state ON utterance (state, started_at);
CREATE TRIGGER utterance_loses_none BEFORE DELETE ON utterance
BEGIN
    SELECT RAISE(ABORT, 'rows of utterances are never deleted');
END;
