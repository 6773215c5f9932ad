-- Questions that the user wrote in the app or imported. The body is JSON of the question bank's form. A deleted one
-- keeps its row, so that it can be brought back and its id is never given to another question. AUTOINCREMENT: place is
-- the order in which they came.
CREATE TABLE questions (
    place       INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    -- The name of the pack it came with; NULL when the user wrote it.
    pack        TEXT,
    body        TEXT NOT NULL CHECK (json_valid(body)),
    version     INTEGER NOT NULL DEFAULT 0 CHECK (version >= 0),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    deleted_at  INTEGER
) STRICT;

-- Any question of the bank can be suspended and can have a note, so these name its id and refer to no table.
CREATE TABLE suspended_questions (
    question_id TEXT PRIMARY KEY NOT NULL,
    at          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE question_notes (
    question_id TEXT PRIMARY KEY NOT NULL,
    text        TEXT NOT NULL CHECK (text <> ''),
    saved_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
