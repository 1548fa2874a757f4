-- What is never deleted is deleted by the purge alone: within one of its transactions, which writes the pass and takes it away
-- again, so that no other writer ever finds one. Records go only where they are older than the pass says.
CREATE TABLE purge_pass (
    id             INTEGER PRIMARY KEY CHECK (id = 1),
    records_before TEXT NOT NULL
) STRICT;

DROP TRIGGER mark_is_never_deleted;
CREATE TRIGGER mark_is_never_deleted BEFORE DELETE ON mark WHEN NOT EXISTS (SELECT 1 FROM purge_pass)
BEGIN SELECT RAISE(ABORT, 'a state of a mark is never deleted'); END;

DROP TRIGGER calibration_is_never_deleted;
CREATE TRIGGER calibration_is_never_deleted BEFORE DELETE ON calibration WHEN NOT EXISTS (SELECT 1 FROM purge_pass)
BEGIN SELECT RAISE(ABORT, 'a calibration is never deleted'); END;

DROP TRIGGER order_version_is_kept;
CREATE TRIGGER order_version_is_kept BEFORE DELETE ON order_version WHEN NOT EXISTS (SELECT 1 FROM purge_pass)
BEGIN SELECT RAISE(ABORT, 'orders are kept'); END;

DROP TRIGGER facility_message_is_kept;
CREATE TRIGGER facility_message_is_kept BEFORE DELETE ON facility_message WHEN NOT EXISTS (SELECT 1 FROM purge_pass)
BEGIN SELECT RAISE(ABORT, 'messages are kept'); END;

DROP TRIGGER prior_confirmation_loses_none;
CREATE TRIGGER prior_confirmation_loses_none BEFORE DELETE ON prior_confirmation WHEN NOT EXISTS (SELECT 1 FROM purge_pass)
BEGIN SELECT RAISE(ABORT, 'confirmations are never deleted'); END;

DROP TRIGGER signed_report_loses_none;
CREATE TRIGGER signed_report_loses_none BEFORE DELETE ON signed_report
WHEN NOT EXISTS (SELECT 1 FROM purge_pass WHERE OLD.signed_at < records_before)
BEGIN SELECT RAISE(ABORT, 'signed reports are never deleted'); END;

DROP TRIGGER report_state_loses_none;
CREATE TRIGGER report_state_loses_none BEFORE DELETE ON report_state
WHEN NOT EXISTS (SELECT 1 FROM purge_pass WHERE OLD.at < records_before)
BEGIN SELECT RAISE(ABORT, 'states of reports are never deleted'); END;

DROP TRIGGER report_conditions_loses_none;
CREATE TRIGGER report_conditions_loses_none BEFORE DELETE ON report_conditions
WHEN NOT EXISTS (SELECT 1 FROM purge_pass WHERE OLD.stamped_at < records_before)
BEGIN SELECT RAISE(ABORT, 'the conditions of a report are never deleted'); END;

DROP TRIGGER outbox_loses_none;
CREATE TRIGGER outbox_loses_none BEFORE DELETE ON outbox
WHEN NOT EXISTS (SELECT 1 FROM purge_pass WHERE OLD.queued_at < records_before)
BEGIN SELECT RAISE(ABORT, 'queued messages are never deleted'); END;

DROP TRIGGER outbox_parcel_loses_none;
CREATE TRIGGER outbox_parcel_loses_none BEFORE DELETE ON outbox_parcel
WHEN NOT EXISTS (SELECT 1 FROM purge_pass WHERE OLD.packed_at < records_before)
BEGIN SELECT RAISE(ABORT, 'what was packed is never deleted'); END;

DROP TRIGGER delivery_receipt_loses_none;
CREATE TRIGGER delivery_receipt_loses_none BEFORE DELETE ON delivery_receipt
WHEN NOT EXISTS (SELECT 1 FROM purge_pass WHERE OLD.received_at < records_before)
BEGIN SELECT RAISE(ABORT, 'receipts are never deleted'); END;

DROP TRIGGER critical_entry_is_kept;
CREATE TRIGGER critical_entry_is_kept BEFORE DELETE ON critical_entry
WHEN NOT EXISTS (SELECT 1 FROM purge_pass WHERE OLD.entered_at < records_before)
BEGIN SELECT RAISE(ABORT, 'records of critical results are kept'); END;
