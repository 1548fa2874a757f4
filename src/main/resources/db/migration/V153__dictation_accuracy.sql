-- How what was dictated compares to what was signed, by day and engine: figures alone, no word of any report.
CREATE TABLE dictation_accuracy (
    day            TEXT NOT NULL,
    engine         TEXT NOT NULL,
    reports        INTEGER NOT NULL,
    words          INTEGER NOT NULL,
    edits          INTEGER NOT NULL,
    terms          INTEGER NOT NULL,
    terms_heard    INTEGER NOT NULL,
    side_slips     INTEGER NOT NULL,
    negation_slips INTEGER NOT NULL,
    PRIMARY KEY (day, engine)
) STRICT;
