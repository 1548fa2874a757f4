-- Everything drawn on images. Each row is a state of a mark, the last of an id counts; none is ever changed or deleted.
-- points: patient points "x y z" in mm, or image points "column row", apart by ";". reading: what it measured.
CREATE TABLE mark (
    row                    INTEGER PRIMARY KEY AUTOINCREMENT,
    id                     TEXT NOT NULL,
    series_uid             TEXT NOT NULL,
    kind                   TEXT NOT NULL,
    sop_instance_uid       TEXT NOT NULL,
    frame_index            INTEGER NOT NULL CHECK (frame_index >= 0),
    space                  TEXT NOT NULL CHECK (space IN ('PATIENT', 'IMAGE')),
    frame_of_reference_uid TEXT,
    normal                 TEXT,
    points                 TEXT NOT NULL,
    text                   TEXT NOT NULL,
    label_shift            TEXT NOT NULL,
    reading                TEXT NOT NULL,
    created_at             TEXT NOT NULL,
    changed_at             TEXT NOT NULL,
    removed_at             TEXT
);
CREATE INDEX mark_by_series ON mark (series_uid);
CREATE INDEX mark_by_id ON mark (id, row);
CREATE TRIGGER mark_is_never_changed BEFORE UPDATE ON mark
BEGIN
    SELECT RAISE(ABORT, 'a state of a mark is never changed');
END;
CREATE TRIGGER mark_is_never_deleted BEFORE DELETE ON mark
BEGIN
    SELECT RAISE(ABORT, 'a state of a mark is never deleted');
END;

-- The size of a pixel of a series as its reader told it; the last row of a series counts, NULL takes it back.
CREATE TABLE calibration (
    row               INTEGER PRIMARY KEY AUTOINCREMENT,
    series_uid        TEXT NOT NULL,
    column_spacing_mm REAL CHECK (column_spacing_mm > 0),
    changed_at        TEXT NOT NULL
);
CREATE INDEX calibration_by_series ON calibration (series_uid, row);
CREATE TRIGGER calibration_is_never_changed BEFORE UPDATE ON calibration
BEGIN
    SELECT RAISE(ABORT, 'a calibration is never changed');
END;
CREATE TRIGGER calibration_is_never_deleted BEFORE DELETE ON calibration
BEGIN
    SELECT RAISE(ABORT, 'a calibration is never deleted');
END;

-- The lengths of before, the removed ones too. 17 digits keep every number as it was.
INSERT INTO mark (id, series_uid, kind, sop_instance_uid, frame_index, space, points, text, label_shift, reading,
                  created_at, changed_at, removed_at)
SELECT id, series_uid, 'LENGTH', sop_instance_uid, frame_index, space,
       CASE space
           WHEN 'PATIENT' THEN printf('%!.17g %!.17g %!.17g;%!.17g %!.17g %!.17g', from_x, from_y, from_z, to_x, to_y, to_z)
           ELSE printf('%!.17g %!.17g;%!.17g %!.17g', from_x, from_y, to_x, to_y)
       END,
       '', '0 0', '', created_at, created_at, removed_at
FROM annotation
ORDER BY created_at, rowid;
