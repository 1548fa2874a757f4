-- Which meter displays are measured with, as somebody chose it; the latest counts.
CREATE TABLE meter_choice (
    sequence  INTEGER PRIMARY KEY AUTOINCREMENT,
    meter     TEXT NOT NULL,
    make      TEXT NOT NULL,
    model     TEXT NOT NULL,
    serial    TEXT NOT NULL,
    aim       TEXT,
    chosen_at TEXT NOT NULL,
    chosen_by TEXT NOT NULL
);
