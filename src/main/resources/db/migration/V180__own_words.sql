-- Words that a reader wants no spelling mark under.
CREATE TABLE own_word (
    reader   TEXT NOT NULL CHECK (reader <> ''),
    word     TEXT NOT NULL CHECK (word <> ''),
    added_at TEXT NOT NULL,
    PRIMARY KEY (reader, word)
) STRICT;
