-- A study was opened for reading while its facility was away: its workitem is looked for and claimed when it answers again.
CREATE TABLE claim_wish (
    facility_id      TEXT NOT NULL,
    study_uid        TEXT NOT NULL,
    accession_number TEXT NOT NULL,
    wished_at        TEXT NOT NULL,
    PRIMARY KEY (facility_id, study_uid)
) STRICT;
-- When a workitem became ours: the begin of the work that its completion tells. Empty while that is not known.
ALTER TABLE workitem_claim ADD COLUMN owned_at TEXT;
