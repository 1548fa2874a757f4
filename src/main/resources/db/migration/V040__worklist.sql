-- Where each reading stands. Rows appear when a study is first seen and are never removed.
CREATE TABLE reading (
    facility_id TEXT NOT NULL,
    study_uid   TEXT NOT NULL,
    first_seen  TEXT NOT NULL,
    state       TEXT NOT NULL,
    claimed_by  TEXT,
    claimed_at  TEXT,
    PRIMARY KEY (facility_id, study_uid),
    CHECK ((claimed_by IS NULL) = (claimed_at IS NULL))
) STRICT;
