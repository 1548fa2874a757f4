-- The audit record repository that audit messages go to, and the last event it has taken. The audit trail is the spool.
CREATE TABLE audit_collector (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    host        TEXT NOT NULL,
    port        INTEGER NOT NULL,
    pins        TEXT NOT NULL,
    certificate TEXT NOT NULL,
    sent        INTEGER NOT NULL,
    sent_at     TEXT,
    failure     TEXT NOT NULL
) STRICT;
