-- How long sound is kept after a final signature, by facility.
CREATE TABLE dictation_policy (
    facility_id TEXT PRIMARY KEY,
    keep_days   INTEGER NOT NULL CHECK (keep_days BETWEEN 0 AND 365),
    set_at      TEXT NOT NULL
) STRICT;
-- What was chosen on one machine, as its microphone.
CREATE TABLE dictation_choice (
    machine TEXT NOT NULL,
    kind    TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (machine, kind)
) STRICT;
-- What a button or a pedal does that the reader taught.
CREATE TABLE dictation_button (
    device TEXT NOT NULL,
    button TEXT NOT NULL,
    action TEXT NOT NULL,
    PRIMARY KEY (device, button)
) STRICT;
