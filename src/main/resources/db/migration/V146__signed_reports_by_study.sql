-- The reports of one study are asked for whenever its row is chosen.
CREATE INDEX signed_report_by_study ON signed_report (facility, study_uid);
