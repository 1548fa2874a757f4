-- When each reading was taken, for whom reports are, and the keys that sign them.

-- Milliseconds since the run began; NULL for readings before this version.
ALTER TABLE luminance_reading ADD COLUMN taken_ms INTEGER;

-- Empty where nobody told.
ALTER TABLE facility ADD COLUMN department TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN reading_room TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN responsible TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN responsible_mail TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN responsible_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN export_recipient TEXT NOT NULL DEFAULT '';
