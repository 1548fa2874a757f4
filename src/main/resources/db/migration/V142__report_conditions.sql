-- The conditions under which a report was signed, bound to it: sha256 is over the report's own hash, a line feed and body.
CREATE TABLE report_conditions (
    report_id     TEXT NOT NULL,
    version       INTEGER NOT NULL,
    report_sha256 TEXT NOT NULL CHECK (length(report_sha256) = 64),
    stamped_at    TEXT NOT NULL,
    body          TEXT NOT NULL,
    sha256        TEXT NOT NULL CHECK (length(sha256) = 64),
    PRIMARY KEY (report_id, version),
    FOREIGN KEY (report_id, version) REFERENCES signed_report (report_id, version)
);

CREATE TRIGGER report_conditions_keeps_rows BEFORE UPDATE ON report_conditions
BEGIN
    SELECT RAISE(ABORT, 'the conditions of a report are never changed');
END;

CREATE TRIGGER report_conditions_loses_none BEFORE DELETE ON report_conditions
BEGIN
    SELECT RAISE(ABORT, 'the conditions of a report are never deleted');
END;
