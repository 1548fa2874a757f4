-- How the reader wants the workstation beyond keys, mouse, protocols and screens; by name, empty: as it comes.
CREATE TABLE own_preference (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
