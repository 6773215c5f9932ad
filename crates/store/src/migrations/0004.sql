-- Drills: weak sentences of the user's own, to be said again as the owner. The sentence is copied, so that it can be
-- drilled after its take has changed. A suspended one keeps its row, so that it is never made again. AUTOINCREMENT: the
-- id of a deleted drill is never given to another one.
CREATE TABLE drills (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    take_id    INTEGER NOT NULL REFERENCES takes (id) ON DELETE CASCADE,
    -- Where the sentence stands in the take, UTF-8 bytes.
    start_byte INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte   INTEGER NOT NULL CHECK (end_byte > start_byte),
    sentence   TEXT NOT NULL CHECK (sentence <> ''),
    -- The finding it was made from.
    rule       TEXT NOT NULL,
    dimension  TEXT NOT NULL,
    ask        TEXT NOT NULL,
    -- How far what is weak in it pulled the answer's score down when it was made, in points.
    lost       REAL NOT NULL CHECK (lost >= 0),
    -- Where it is weak now: in the latest take, only in the older one it was made from, or nowhere (a finding was
    -- ignored, a rule switched off). Not part of what undo restores: it follows from the takes.
    standing   TEXT NOT NULL CHECK (standing IN ('latest', 'older', 'gone')),
    -- The last words that passed.
    passed     TEXT,
    -- As in cards.
    stability    REAL CHECK (stability > 0),
    difficulty   REAL,
    last_day     TEXT,
    due_day      TEXT NOT NULL,
    reps         INTEGER NOT NULL CHECK (reps >= 0),
    lapses       INTEGER NOT NULL CHECK (lapses >= 0),
    state        TEXT NOT NULL CHECK (state IN ('active', 'suspended')),
    version      INTEGER NOT NULL CHECK (version >= 0),
    created_at   INTEGER NOT NULL,
    UNIQUE (take_id, start_byte, end_byte),
    CHECK ((stability IS NULL) = (difficulty IS NULL) AND (stability IS NULL) = (last_day IS NULL))
) STRICT;

CREATE INDEX drills_due ON drills (due_day);

-- One row per try. drill_before and drill_after are the whole drill, so that undo is exact.
CREATE TABLE drill_log (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    drill_id       INTEGER NOT NULL REFERENCES drills (id) ON DELETE CASCADE,
    at             INTEGER NOT NULL,
    day            TEXT NOT NULL,
    said           TEXT NOT NULL,
    passed         INTEGER NOT NULL CHECK (passed IN (0, 1)),
    grade          INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
    elapsed_days   INTEGER NOT NULL CHECK (elapsed_days >= 0),
    retrievability REAL CHECK (retrievability BETWEEN 0 AND 1),
    drill_before   TEXT NOT NULL CHECK (json_valid(drill_before)),
    drill_after    TEXT NOT NULL CHECK (json_valid(drill_after)),
    -- The take that these words were put into.
    put_take_id    INTEGER REFERENCES takes (id) ON DELETE SET NULL,
    undone_at      INTEGER
) STRICT;

CREATE INDEX drill_log_drill ON drill_log (drill_id, id);
CREATE INDEX drill_log_at ON drill_log (at);
CREATE INDEX drill_log_day ON drill_log (day);
CREATE INDEX drill_log_put ON drill_log (put_take_id) WHERE put_take_id IS NOT NULL;

-- What of an answer was there when it was last gone through for drills; it is gone through again when that changes.
CREATE TABLE drill_rounds (
    answer_id INTEGER PRIMARY KEY NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    seen      TEXT NOT NULL
) STRICT;
