-- Words that a reader added to what the speech engine knows, and how they sound.
CREATE TABLE spoken_word (
    reader      TEXT NOT NULL,
    text        TEXT NOT NULL,
    sounds_like TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('TERM', 'PERSON', 'FACILITY')),
    added_at    TEXT NOT NULL,
    PRIMARY KEY (reader, text)
) STRICT;
