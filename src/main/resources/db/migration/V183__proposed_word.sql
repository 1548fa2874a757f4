-- Words that stand in signed reports in place of what was heard, and that the speech engine does not know: offered to their
-- reader, who adds or declines them. A word that was declined is not offered again.
CREATE TABLE proposed_word (
    reader      TEXT NOT NULL,
    text        TEXT NOT NULL,
    sounds_like TEXT NOT NULL,
    times       INTEGER NOT NULL,
    last_at     TEXT NOT NULL,
    is_declined INTEGER NOT NULL DEFAULT 0 CHECK (is_declined IN (0, 1)),
    PRIMARY KEY (reader, text)
) STRICT;
