-- The user's stories. The body is JSON: situation, task, action, result, numbers, and the competencies it fits by the
-- user's own word. A deleted one keeps its row and its links, so that it can be brought back.
CREATE TABLE stories (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    title      TEXT NOT NULL CHECK (title <> ''),
    body       TEXT NOT NULL CHECK (json_valid(body)),
    version    INTEGER NOT NULL DEFAULT 0 CHECK (version >= 0),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;

-- Which answers tell which story. An answer can tell several.
CREATE TABLE story_answers (
    story_id  INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    answer_id INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    linked_at INTEGER NOT NULL,
    PRIMARY KEY (story_id, answer_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_answers_answer ON story_answers (answer_id);
