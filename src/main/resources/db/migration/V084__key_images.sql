-- Images that a reader marked as key images. A removed row stays: what was once marked can be told.
CREATE TABLE key_image (
    id               INTEGER PRIMARY KEY,
    study_uid        TEXT NOT NULL,
    sop_instance_uid TEXT NOT NULL,
    frame_index      INTEGER NOT NULL CHECK (frame_index >= 0),
    marked_at        TEXT NOT NULL,
    removed_at       TEXT
);
CREATE INDEX key_image_by_study ON key_image (study_uid);
