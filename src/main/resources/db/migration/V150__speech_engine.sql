-- Which speech engine hears a reader, as it is written: sphinx, vosk:FOLDER, whisper:FILE.
CREATE TABLE speech_engine (
    reader    TEXT NOT NULL PRIMARY KEY,
    engine    TEXT NOT NULL,
    chosen_at TEXT NOT NULL
) STRICT;
