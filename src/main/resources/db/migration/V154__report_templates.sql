-- Templates of the reader and of facilities, as MRRT documents. A version is never changed; it only goes out of force.
CREATE TABLE report_template (
    version    INTEGER PRIMARY KEY AUTOINCREMENT,
    layer      TEXT NOT NULL CHECK (layer IN ('PERSONAL', 'FACILITY')),
    owner      TEXT NOT NULL CHECK (owner <> ''),
    identifier TEXT NOT NULL,
    title      TEXT NOT NULL,
    html       TEXT NOT NULL,
    saved_at   TEXT NOT NULL,
    retired_at TEXT
);

CREATE UNIQUE INDEX report_template_in_force ON report_template (layer, owner, identifier) WHERE retired_at IS NULL;

CREATE TRIGGER report_template_keeps_versions
BEFORE UPDATE OF version, layer, owner, identifier, title, html, saved_at ON report_template
BEGIN
    SELECT RAISE(ABORT, 'versions of templates are never changed');
END;

CREATE TRIGGER report_template_loses_none BEFORE DELETE ON report_template
BEGIN
    SELECT RAISE(ABORT, 'versions of templates are never deleted');
END;

-- Which template is the one for certain studies.
CREATE TABLE template_default (
    layer      TEXT NOT NULL CHECK (layer IN ('PERSONAL', 'FACILITY')),
    owner      TEXT NOT NULL CHECK (owner <> ''),
    modality   TEXT NOT NULL,
    words      TEXT NOT NULL,
    sex        TEXT NOT NULL,
    ages       TEXT NOT NULL,
    identifier TEXT NOT NULL,
    PRIMARY KEY (layer, owner, modality, words, sex, ages)
);
