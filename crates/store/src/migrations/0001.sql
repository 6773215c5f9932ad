-- Times are milliseconds since 1970 UTC; days are 'YYYY-MM-DD' in the user's own calendar, decided by the caller.

CREATE TABLE settings (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- An answer is the thread of takes on one question. The question's words are copied, so that an answer stays
-- readable when a bank changes. AUTOINCREMENT: the id of a deleted answer is never given to another one.
CREATE TABLE answers (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id  TEXT NOT NULL,
    prompt       TEXT NOT NULL,
    competency   TEXT NOT NULL,
    level        TEXT NOT NULL,
    mode         TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    best_take_id INTEGER REFERENCES takes (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    starred      INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    trashed_at   INTEGER,
    version      INTEGER NOT NULL DEFAULT 0 CHECK (version >= 0)
) STRICT;

CREATE UNIQUE INDEX answers_one_per_question ON answers (question_id) WHERE trashed_at IS NULL;
CREATE INDEX answers_best_take ON answers (best_take_id) WHERE best_take_id IS NOT NULL;

CREATE TABLE takes (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    answer_id     INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    ordinal       INTEGER NOT NULL CHECK (ordinal >= 1),
    medium        TEXT NOT NULL CHECK (medium IN ('typed', 'spoken')),
    source        TEXT NOT NULL CHECK (source IN ('practice', 'review', 'mock', 'drill')),
    state         TEXT NOT NULL CHECK (state IN ('draft', 'finished', 'discarded')),
    text          TEXT NOT NULL,
    revision      INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
    elapsed_ms    INTEGER NOT NULL DEFAULT 0 CHECK (elapsed_ms >= 0),
    budget_ms     INTEGER NOT NULL CHECK (budget_ms >= 0),
    started_at    INTEGER NOT NULL,
    saved_at      INTEGER NOT NULL,
    finished_at   INTEGER,
    words         INTEGER CHECK (words >= 0),
    score         INTEGER CHECK (score BETWEEN 0 AND 100),
    scores        TEXT CHECK (json_valid(scores)),
    counts        TEXT CHECK (json_valid(counts)),
    rules_version TEXT,
    UNIQUE (answer_id, ordinal),
    CHECK (CASE state WHEN 'draft' THEN finished_at IS NULL WHEN 'finished' THEN finished_at IS NOT NULL ELSE 1 END)
) STRICT;

CREATE UNIQUE INDEX takes_one_draft_per_answer ON takes (answer_id) WHERE state = 'draft';
CREATE INDEX takes_finished ON takes (finished_at) WHERE state = 'finished';
-- Covers the list of answers, which would otherwise read every text.
CREATE INDEX takes_told ON takes (answer_id, ordinal, score) WHERE state = 'finished';

-- One card per answer sent to review. Without a memory it has not been graded yet.
CREATE TABLE cards (
    answer_id    INTEGER PRIMARY KEY NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    stability    REAL CHECK (stability > 0),
    difficulty   REAL,
    last_day     TEXT,
    due_day      TEXT NOT NULL,
    reps         INTEGER NOT NULL CHECK (reps >= 0),
    lapses       INTEGER NOT NULL CHECK (lapses >= 0),
    state        TEXT NOT NULL CHECK (state IN ('active', 'buried', 'suspended')),
    buried_until TEXT,
    version      INTEGER NOT NULL CHECK (version >= 0),
    created_at   INTEGER NOT NULL,
    CHECK ((stability IS NULL) = (difficulty IS NULL) AND (stability IS NULL) = (last_day IS NULL)),
    CHECK ((state = 'buried') = (buried_until IS NOT NULL))
) STRICT;

CREATE INDEX cards_due ON cards (due_day);

-- One row per performance, graded or not. card_before and card_after are the whole card, so that undo is exact.
CREATE TABLE review_log (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    answer_id      INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    take_id        INTEGER REFERENCES takes (id) ON DELETE SET NULL,
    at             INTEGER NOT NULL,
    day            TEXT NOT NULL,
    grade          INTEGER CHECK (grade BETWEEN 1 AND 4),
    suggested      INTEGER CHECK (suggested BETWEEN 1 AND 4),
    recalled       INTEGER CHECK (recalled IN (0, 1)),
    points_back    INTEGER CHECK (points_back >= 0),
    points_total   INTEGER CHECK (points_total >= 0),
    elapsed_days   INTEGER NOT NULL CHECK (elapsed_days >= 0),
    source         TEXT NOT NULL CHECK (source IN ('practice', 'review', 'mock', 'drill')),
    retrievability REAL CHECK (retrievability BETWEEN 0 AND 1),
    card_before    TEXT CHECK (json_valid(card_before)),
    card_after     TEXT CHECK (json_valid(card_after)),
    undone_at      INTEGER
) STRICT;

CREATE INDEX review_log_answer ON review_log (answer_id, id);
CREATE INDEX review_log_take ON review_log (take_id) WHERE take_id IS NOT NULL;
CREATE INDEX review_log_at ON review_log (at);

-- Findings the user said "not here" to. Offsets are UTF-8 bytes into the take's text.
CREATE TABLE ignored_findings (
    take_id    INTEGER NOT NULL REFERENCES takes (id) ON DELETE CASCADE,
    rule       TEXT NOT NULL,
    start_byte INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte   INTEGER NOT NULL CHECK (end_byte >= start_byte),
    text       TEXT NOT NULL,
    PRIMARY KEY (take_id, rule, start_byte, end_byte)
) STRICT, WITHOUT ROWID;

-- What can be found: finished takes of answers outside the trash. The view is the content of the index; the
-- triggers keep the index in step with it, whatever changes.
CREATE VIEW searchable_takes (take_id, prompt, text) AS
    SELECT t.id, a.prompt, t.text
    FROM takes t JOIN answers a ON a.id = t.answer_id
    WHERE t.state = 'finished' AND a.trashed_at IS NULL;

CREATE VIRTUAL TABLE takes_fts USING fts5 (
    prompt, text,
    content = 'searchable_takes', content_rowid = 'take_id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER takes_fts_take_inserted AFTER INSERT ON takes WHEN new.state = 'finished' BEGIN
    INSERT INTO takes_fts (rowid, prompt, text)
        SELECT new.id, a.prompt, new.text FROM answers a WHERE a.id = new.answer_id AND a.trashed_at IS NULL;
END;

CREATE TRIGGER takes_fts_take_updated AFTER UPDATE OF answer_id, state, text ON takes
WHEN old.state = 'finished' OR new.state = 'finished' BEGIN
    INSERT INTO takes_fts (takes_fts, rowid, prompt, text)
        SELECT 'delete', old.id, a.prompt, old.text FROM answers a
        WHERE old.state = 'finished' AND a.id = old.answer_id AND a.trashed_at IS NULL;
    INSERT INTO takes_fts (rowid, prompt, text)
        SELECT new.id, a.prompt, new.text FROM answers a
        WHERE new.state = 'finished' AND a.id = new.answer_id AND a.trashed_at IS NULL;
END;

CREATE TRIGGER takes_fts_take_deleted AFTER DELETE ON takes WHEN old.state = 'finished' BEGIN
    INSERT INTO takes_fts (takes_fts, rowid, prompt, text)
        SELECT 'delete', old.id, a.prompt, old.text FROM answers a
        WHERE a.id = old.answer_id AND a.trashed_at IS NULL;
END;

CREATE TRIGGER takes_fts_answer_updated AFTER UPDATE OF prompt, trashed_at ON answers BEGIN
    INSERT INTO takes_fts (takes_fts, rowid, prompt, text)
        SELECT 'delete', t.id, old.prompt, t.text FROM takes t
        WHERE old.trashed_at IS NULL AND t.answer_id = old.id AND t.state = 'finished';
    INSERT INTO takes_fts (rowid, prompt, text)
        SELECT t.id, new.prompt, t.text FROM takes t
        WHERE new.trashed_at IS NULL AND t.answer_id = new.id AND t.state = 'finished';
END;

-- Before, because the cascade to takes runs when the answer's prompt can no longer be read.
CREATE TRIGGER takes_fts_answer_deleted BEFORE DELETE ON answers WHEN old.trashed_at IS NULL BEGIN
    INSERT INTO takes_fts (takes_fts, rowid, prompt, text)
        SELECT 'delete', t.id, old.prompt, t.text FROM takes t
        WHERE t.answer_id = old.id AND t.state = 'finished';
END;
