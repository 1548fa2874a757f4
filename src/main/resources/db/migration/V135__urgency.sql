-- How urgent a facility's studies are; what is not told here is as the standards and its turnaround have it.
CREATE TABLE facility_urgency (
    facility_id     TEXT PRIMARY KEY,
    overdue_routine TEXT NOT NULL CHECK (overdue_routine IN ('STAYS', 'RISES'))
) STRICT;

CREATE TABLE facility_priority_word (
    facility_id TEXT NOT NULL,
    word        TEXT NOT NULL CHECK (length(word) > 0),
    priority    TEXT NOT NULL,
    PRIMARY KEY (facility_id, word)
) STRICT;

CREATE TABLE facility_promise (
    facility_id TEXT NOT NULL,
    priority    TEXT NOT NULL,
    modality    TEXT NOT NULL,
    seconds     INTEGER NOT NULL CHECK (seconds > 0),
    PRIMARY KEY (facility_id, priority, modality)
) STRICT;
