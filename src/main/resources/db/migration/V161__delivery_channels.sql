-- The ways in which a facility takes reports; each is acknowledged on its own.
CREATE TABLE delivery_channel (
    facility_id TEXT NOT NULL,
    name        TEXT NOT NULL,
    way         TEXT NOT NULL CHECK (way IN ('HL7', 'DICOM_WEB', 'DICOM_STORE', 'FHIR', 'FOLDER', 'PRINT')),
    address     TEXT NOT NULL,
    need        TEXT NOT NULL CHECK (need IN ('REQUIRED', 'OPTIONAL')),
    options     TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (facility_id, name)
) STRICT;

-- How a facility wants its HL7 messages: a text and its versions. The newest counts; none is ever changed.
CREATE TABLE delivery_mapping (
    facility_id TEXT NOT NULL,
    version     INTEGER NOT NULL,
    text        TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    kept_at     TEXT NOT NULL,
    PRIMARY KEY (facility_id, version)
) STRICT;

CREATE TRIGGER delivery_mapping_keeps_rows BEFORE UPDATE ON delivery_mapping
BEGIN
    SELECT RAISE(ABORT, 'a mapping is never changed; keep another version');
END;

CREATE TRIGGER delivery_mapping_loses_none BEFORE DELETE ON delivery_mapping
BEGIN
    SELECT RAISE(ABORT, 'mappings are never deleted');
END;

-- The outbox again, now with a row for each channel of a version, and for objects that belong to no version.
CREATE TABLE outbox_by_channel (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id       TEXT,
    version         INTEGER,
    meaning         TEXT,
    report_sha256   TEXT NOT NULL,
    study_uid       TEXT NOT NULL DEFAULT '',
    facility        TEXT NOT NULL,
    channel         TEXT NOT NULL,
    way             TEXT NOT NULL,
    need            TEXT NOT NULL,
    order_key       TEXT NOT NULL,
    priority        TEXT NOT NULL,
    control_id      TEXT NOT NULL UNIQUE,
    queued_at       TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'ACKED', 'REJECTED', 'PARKED')),
    changed_at      TEXT NOT NULL,
    attempts        INTEGER NOT NULL DEFAULT 0,
    errors          INTEGER NOT NULL DEFAULT 0,
    packing         INTEGER NOT NULL DEFAULT 1,
    next_attempt_at TEXT NOT NULL,
    answer          TEXT NOT NULL DEFAULT '',
    UNIQUE (report_id, version, channel),
    CHECK ((report_id IS NULL) = (version IS NULL) AND (report_id IS NULL) = (meaning IS NULL)),
    FOREIGN KEY (report_id, version) REFERENCES signed_report (report_id, version)
);

INSERT INTO outbox_by_channel (id, report_id, version, meaning, report_sha256, facility, channel, way, need, order_key,
    priority, control_id, queued_at, state, changed_at, attempts, errors, next_attempt_at, answer)
SELECT id, report_id, version, meaning, report_sha256, facility, 'hl7', 'HL7', 'REQUIRED', order_key,
    priority, control_id, queued_at, state, changed_at, attempts, errors, next_attempt_at, answer
FROM outbox;

-- What goes over the wire, made before the first attempt and the same at each further one. A message that was refused is
-- made anew when the reader sends it again, so that a mended mapping counts: packing 2, 3, …
CREATE TABLE outbox_parcel (
    outbox_id  INTEGER NOT NULL REFERENCES outbox_by_channel (id),
    packing    INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    bytes      BLOB NOT NULL,
    sha256     TEXT NOT NULL,
    packed_at  TEXT NOT NULL,
    PRIMARY KEY (outbox_id, packing)
);

INSERT INTO outbox_parcel (outbox_id, packing, media_type, bytes, sha256, packed_at)
SELECT id, 1, 'x-application/hl7-v2+er7', CAST(message AS BLOB), '', queued_at FROM outbox;

CREATE TRIGGER outbox_parcel_keeps_rows BEFORE UPDATE ON outbox_parcel
BEGIN
    SELECT RAISE(ABORT, 'what was packed is never changed');
END;

CREATE TRIGGER outbox_parcel_loses_none BEFORE DELETE ON outbox_parcel
BEGIN
    SELECT RAISE(ABORT, 'what was packed is never deleted');
END;

-- Proof of delivery: which bytes went where, and the answer as it came, bound to the signed version by its hash.
CREATE TABLE delivery_receipt_by_channel (
    outbox_id     INTEGER PRIMARY KEY REFERENCES outbox_by_channel (id),
    report_sha256 TEXT NOT NULL,
    control_id    TEXT NOT NULL,
    parcel_sha256 TEXT NOT NULL DEFAULT '',
    address       TEXT NOT NULL DEFAULT '',
    sent_at       TEXT NOT NULL,
    answer        TEXT NOT NULL,
    answer_sha256 TEXT NOT NULL,
    received_at   TEXT NOT NULL
);

INSERT INTO delivery_receipt_by_channel (outbox_id, report_sha256, control_id, sent_at, answer, answer_sha256, received_at)
SELECT outbox_id, report_sha256, control_id, received_at, answer, answer_sha256, received_at FROM delivery_receipt;

DROP TABLE delivery_receipt;
DROP TABLE outbox;
ALTER TABLE outbox_by_channel RENAME TO outbox;
ALTER TABLE delivery_receipt_by_channel RENAME TO delivery_receipt;

CREATE INDEX outbox_by_order ON outbox (facility, channel, order_key, id);
CREATE INDEX outbox_open ON outbox (state) WHERE state <> 'ACKED';

CREATE TRIGGER outbox_keeps_content
BEFORE UPDATE OF id, report_id, version, meaning, report_sha256, study_uid, facility, channel, way, need, order_key,
    priority, control_id, queued_at ON outbox
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

CREATE TRIGGER delivery_receipt_keeps_rows BEFORE UPDATE ON delivery_receipt
BEGIN
    SELECT RAISE(ABORT, 'receipts are never changed');
END;

CREATE TRIGGER delivery_receipt_loses_none BEFORE DELETE ON delivery_receipt
BEGIN
    SELECT RAISE(ABORT, 'receipts are never deleted');
END;
