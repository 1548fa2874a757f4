-- How long images of a facility stay on this workstation after the last of their study came; none: until they are deleted by hand.
CREATE TABLE image_policy (
    facility_id TEXT PRIMARY KEY REFERENCES facility (id),
    days        INTEGER NOT NULL CHECK (days BETWEEN 1 AND 3650)
) STRICT;
