-- What else stands between an image and the panel beside the display table.
-- ramp: content of the graphics LUT where it holds the table (16 bits each, upper byte first; red, green, blue);
-- NULL where the neutral one is needed, which can be made anew.
-- monitor_sha256: hash of the monitor's own LUT where that holds the table.
-- ramp_effect: whether light followed the graphics LUT (ACTS, WITHOUT_EFFECT); NULL where nobody measured it.
ALTER TABLE display_lut ADD COLUMN ramp BLOB;
ALTER TABLE display_lut ADD COLUMN monitor_sha256 TEXT;
ALTER TABLE display_lut ADD COLUMN ramp_effect TEXT;
