-- Mock interviews. A mock is what its events say: set-up and plan are written once, and everything since then is an
-- event. AUTOINCREMENT: a deleted mock keeps its row, so that it can be brought back.
CREATE TABLE mocks (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL,
    -- The loop it was made from; NULL for a set-up of the user's own.
    loop_id    TEXT,
    setup      TEXT NOT NULL CHECK (json_valid(setup)),
    plan       TEXT NOT NULL CHECK (json_valid(plan)),
    state      TEXT NOT NULL CHECK (state IN ('under_way', 'ended')),
    day        TEXT NOT NULL,
    questions  INTEGER NOT NULL CHECK (questions >= 1),
    -- How many events there are; guards against stale writes.
    events     INTEGER NOT NULL DEFAULT 0 CHECK (events >= 0),
    started_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    ended_at   INTEGER,
    deleted_at INTEGER,
    CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
    CHECK (state = 'ended' OR deleted_at IS NULL)
) STRICT;

CREATE UNIQUE INDEX mocks_one_under_way ON mocks (state) WHERE state = 'under_way';

-- The body is JSON of the practice crate's form.
CREATE TABLE mock_events (
    mock_id INTEGER NOT NULL REFERENCES mocks (id) ON DELETE CASCADE,
    seq     INTEGER NOT NULL CHECK (seq >= 1),
    at      INTEGER NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (mock_id, seq)
) STRICT, WITHOUT ROWID;

-- The take in which a question was answered. The row stays when the answer is deleted: the question was answered.
CREATE TABLE mock_slots (
    mock_id INTEGER NOT NULL REFERENCES mocks (id) ON DELETE CASCADE,
    slot    INTEGER NOT NULL CHECK (slot >= 0),
    take_id INTEGER REFERENCES takes (id) ON DELETE SET NULL,
    PRIMARY KEY (mock_id, slot)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX mock_slots_take ON mock_slots (take_id) WHERE take_id IS NOT NULL;

-- An answer that is being given in a mock does not get in the way of practising the same question, nor the other way
-- round.
DROP INDEX takes_one_draft_per_answer;
CREATE UNIQUE INDEX takes_one_draft_per_answer ON takes (answer_id) WHERE state = 'draft' AND source <> 'mock';
CREATE UNIQUE INDEX takes_one_mock_draft_per_answer ON takes (answer_id) WHERE state = 'draft' AND source = 'mock';
