-- Signed versions know what they come from and may be addenda, corrections and withdrawals. The table is made anew, since
-- its own check allowed two meanings alone; every row comes over as it was.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE signed_report_before AS SELECT * FROM signed_report;

DROP TABLE signed_report;

CREATE TABLE signed_report (
    report_id          TEXT NOT NULL,
    version            INTEGER NOT NULL CHECK (version > 0),
    meaning            TEXT NOT NULL
        CHECK (meaning IN ('PRELIMINARY', 'FINAL', 'ADDENDUM', 'CORRECTED', 'WITHDRAWN')),
    facility           TEXT NOT NULL,
    study_uid          TEXT NOT NULL,
    signed_at          TEXT NOT NULL,
    sha256             TEXT NOT NULL CHECK (length(sha256) = 64),
    predecessor_sha256 TEXT NOT NULL,
    content            TEXT NOT NULL,
    PRIMARY KEY (report_id, version)
);

INSERT INTO signed_report (report_id, version, meaning, facility, study_uid, signed_at, sha256, predecessor_sha256, content)
SELECT report_id, version, meaning, facility, study_uid, signed_at, sha256, '', content
FROM signed_report_before ORDER BY report_id, version;

DROP TABLE signed_report_before;

CREATE INDEX signed_report_by_study ON signed_report (facility, study_uid);

CREATE TRIGGER signed_report_keeps_rows BEFORE UPDATE ON signed_report
BEGIN
    SELECT RAISE(ABORT, 'signed reports are never changed');
END;

CREATE TRIGGER signed_report_loses_none BEFORE DELETE ON signed_report
BEGIN
    SELECT RAISE(ABORT, 'signed reports are never deleted');
END;

-- One chain for each report, without gap or fork.
CREATE TRIGGER signed_report_follows BEFORE INSERT ON signed_report
WHEN NEW.version <> (SELECT COALESCE(MAX(version), 0) + 1 FROM signed_report WHERE report_id = NEW.report_id)
    OR NEW.predecessor_sha256 <> COALESCE(
        (SELECT sha256 FROM signed_report WHERE report_id = NEW.report_id AND version = NEW.version - 1), '')
BEGIN
    SELECT RAISE(ABORT, 'a signed version follows the newest one and names it');
END;

-- The same edges as SignatureMeaning.mayFollow: preliminary once, final once, then amendments, until it is withdrawn.
CREATE TRIGGER signed_report_keeps_order BEFORE INSERT ON signed_report
WHEN NOT CASE COALESCE(
        (SELECT meaning FROM signed_report WHERE report_id = NEW.report_id ORDER BY version DESC LIMIT 1), '')
    WHEN '' THEN NEW.meaning IN ('PRELIMINARY', 'FINAL')
    WHEN 'WITHDRAWN' THEN NEW.meaning IN ('PRELIMINARY', 'FINAL')
    WHEN 'PRELIMINARY' THEN NEW.meaning IN ('FINAL', 'WITHDRAWN')
    ELSE NEW.meaning IN ('ADDENDUM', 'CORRECTED', 'WITHDRAWN')
END
BEGIN
    SELECT RAISE(ABORT, 'this signature may not follow the one before it');
END;

-- Two reports of one study would leave the facility to guess.
CREATE TRIGGER signed_report_is_final_once BEFORE INSERT ON signed_report
WHEN NEW.meaning = 'FINAL' AND EXISTS (
    SELECT 1 FROM signed_report
    WHERE facility = NEW.facility AND study_uid = NEW.study_uid AND report_id <> NEW.report_id AND meaning = 'FINAL')
BEGIN
    SELECT RAISE(ABORT, 'a study has one report');
END;
