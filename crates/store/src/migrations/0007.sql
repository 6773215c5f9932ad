-- Words that were typed and not finished, outside of takes: a drill's, a story's, a question's. What they belong to is
-- named by the window.
CREATE TABLE unfinished_words (
    place    TEXT PRIMARY KEY NOT NULL CHECK (place <> ''),
    words    TEXT NOT NULL CHECK (words <> ''),
    saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
