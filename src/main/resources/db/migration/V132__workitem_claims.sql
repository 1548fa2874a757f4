-- Claims that facilities keep. The transaction is here before it is sent, so that a crash loses no claim.
CREATE TABLE workitem_claim (
    facility_id     TEXT NOT NULL,
    workitem_uid    TEXT NOT NULL,
    study_uid       TEXT NOT NULL,
    transaction_uid TEXT NOT NULL,
    reader          TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN
        ('INTENT', 'OWNED', 'COMPLETING', 'CANCELING', 'ENDED', 'TAKEN', 'GONE')),
    changed_at      TEXT NOT NULL,
    PRIMARY KEY (facility_id, workitem_uid)
) STRICT;
CREATE INDEX workitem_claim_by_study ON workitem_claim (study_uid);
