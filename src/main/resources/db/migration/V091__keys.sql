-- What the reader chose instead of the keys and mouse buttons the workstation comes with; empty: none.
CREATE TABLE own_key (
    command TEXT PRIMARY KEY,
    keys    TEXT NOT NULL
);
