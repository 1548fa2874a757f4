-- What is on its way to a facility. Rows are written by the signing transaction and never removed; only their state moves.
CREATE TABLE outbox (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id       TEXT NOT NULL,
    version         INTEGER NOT NULL,
    meaning         TEXT NOT NULL,
    report_sha256   TEXT NOT NULL,
    facility        TEXT NOT NULL,
    order_key       TEXT NOT NULL,
    priority        TEXT NOT NULL,
    control_id      TEXT NOT NULL UNIQUE,
    message         TEXT NOT NULL,
    queued_at       TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'ACKED', 'REJECTED', 'PARKED')),
    changed_at      TEXT NOT NULL,
    attempts        INTEGER NOT NULL DEFAULT 0,
    errors          INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TEXT NOT NULL,
    answer          TEXT NOT NULL DEFAULT '',
    UNIQUE (report_id, version),
    FOREIGN KEY (report_id, version) REFERENCES signed_report (report_id, version)
);

CREATE INDEX outbox_by_order ON outbox (facility, order_key, id);

CREATE TRIGGER outbox_keeps_content
BEFORE UPDATE OF id, report_id, version, meaning, report_sha256, facility, order_key, priority, control_id, message,
    queued_at ON outbox
BEGIN
    SELECT RAISE(ABORT, 'a queued message is never changed');
END;

CREATE TRIGGER outbox_keeps_acknowledged BEFORE UPDATE ON outbox WHEN OLD.state = 'ACKED'
BEGIN
    SELECT RAISE(ABORT, 'an acknowledged message is done');
END;

CREATE TRIGGER outbox_loses_none BEFORE DELETE ON outbox
BEGIN
    SELECT RAISE(ABORT, 'queued messages are never deleted');
END;

-- Proof of delivery: the facility's answer, bound to the signed version by its hash. Append-only.
CREATE TABLE delivery_receipt (
    outbox_id     INTEGER PRIMARY KEY REFERENCES outbox (id),
    report_sha256 TEXT NOT NULL,
    control_id    TEXT NOT NULL,
    answer        TEXT NOT NULL,
    answer_sha256 TEXT NOT NULL,
    received_at   TEXT NOT NULL
);

CREATE TRIGGER delivery_receipt_keeps_rows BEFORE UPDATE ON delivery_receipt
BEGIN
    SELECT RAISE(ABORT, 'receipts are never changed');
END;

CREATE TRIGGER delivery_receipt_loses_none BEFORE DELETE ON delivery_receipt
BEGIN
    SELECT RAISE(ABORT, 'receipts are never deleted');
END;
