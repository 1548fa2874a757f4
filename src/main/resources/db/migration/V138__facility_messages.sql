-- What facilities told the reader in words. A message has no other change than that it is opened, once.
CREATE TABLE facility_message (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    facility_id TEXT NOT NULL,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    sender      TEXT NOT NULL,
    study_uid   TEXT,
    accession   TEXT NOT NULL,
    text        TEXT NOT NULL,
    received_at TEXT NOT NULL,
    opened_at   TEXT,
    opened_by   TEXT,
    UNIQUE (facility_id, name)
) STRICT;
CREATE INDEX facility_message_unread ON facility_message (id) WHERE opened_at IS NULL;
CREATE TRIGGER facility_message_is_kept BEFORE DELETE ON facility_message
BEGIN SELECT RAISE(ABORT, 'messages are kept'); END;
CREATE TRIGGER facility_message_stays BEFORE UPDATE OF facility_id, kind, sender, study_uid, accession, text, received_at
ON facility_message
BEGIN SELECT RAISE(ABORT, 'a message does not change'); END;
