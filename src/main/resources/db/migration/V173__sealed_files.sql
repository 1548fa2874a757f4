-- A file may be put elsewhere, as where it is sealed; what it holds stays as it was admitted: sha256 is that of the plain bytes.
DROP TRIGGER instance_keeps_its_bytes;

CREATE TRIGGER instance_keeps_its_bytes
BEFORE UPDATE OF sop_instance_uid, series_uid, sop_class_uid, number, frame_count, orientation, position_mm, sha256,
    admitted_at ON instance
BEGIN
    SELECT RAISE(ABORT, 'an admitted object is never changed');
END;
