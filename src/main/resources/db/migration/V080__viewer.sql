-- Marks on images: end points in the patient (mm) where the image has a place there, else in the image (pixels).
CREATE TABLE annotation (
    id               TEXT PRIMARY KEY,
    series_uid       TEXT NOT NULL,
    sop_instance_uid TEXT NOT NULL,
    frame_index      INTEGER NOT NULL CHECK (frame_index >= 0),
    space            TEXT NOT NULL CHECK (space IN ('PATIENT', 'IMAGE')),
    from_x           REAL NOT NULL,
    from_y           REAL NOT NULL,
    from_z           REAL NOT NULL,
    to_x             REAL NOT NULL,
    to_y             REAL NOT NULL,
    to_z             REAL NOT NULL,
    created_at       TEXT NOT NULL,
    removed_at       TEXT
);
CREATE INDEX annotation_by_series ON annotation (series_uid);
