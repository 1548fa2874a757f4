-- Keys that sign reports of display QA; the last one signs, the others tell that an older report is of this workstation.
-- wrapped is a nonce of 12 bytes and AES-256-GCM of the PKCS#8 private key; what opens it is in a file beside the store.
CREATE TABLE signing_key (
    sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
    public_key TEXT NOT NULL UNIQUE,
    wrapped    BLOB NOT NULL,
    entered_at TEXT NOT NULL,
    entered_by TEXT NOT NULL
);

CREATE TRIGGER signing_key_keeps_rows BEFORE UPDATE ON signing_key
BEGIN
    SELECT RAISE(ABORT, 'a signing key is never changed');
END;

CREATE TRIGGER signing_key_loses_none BEFORE DELETE ON signing_key
BEGIN
    SELECT RAISE(ABORT, 'a signing key is never deleted');
END;
