-- What of an answer was there when it was gone through for drills is no longer written down, to be compared for every
-- answer each time: the row goes when something of the answer changes.
DELETE FROM drill_rounds;
ALTER TABLE drill_rounds RENAME COLUMN seen TO rules;

CREATE TRIGGER drill_rounds_take_inserted AFTER INSERT ON takes WHEN new.state = 'finished' BEGIN
    DELETE FROM drill_rounds WHERE answer_id = new.answer_id;
END;
CREATE TRIGGER drill_rounds_take_updated AFTER UPDATE OF answer_id, state, text ON takes
WHEN old.state = 'finished' OR new.state = 'finished' BEGIN
    DELETE FROM drill_rounds WHERE answer_id IN (old.answer_id, new.answer_id);
END;
CREATE TRIGGER drill_rounds_take_deleted AFTER DELETE ON takes WHEN old.state = 'finished' BEGIN
    DELETE FROM drill_rounds WHERE answer_id = old.answer_id;
END;
CREATE TRIGGER drill_rounds_finding_ignored AFTER INSERT ON ignored_findings BEGIN
    DELETE FROM drill_rounds WHERE answer_id = (SELECT answer_id FROM takes WHERE id = new.take_id);
END;
CREATE TRIGGER drill_rounds_finding_brought_back AFTER DELETE ON ignored_findings BEGIN
    DELETE FROM drill_rounds WHERE answer_id = (SELECT answer_id FROM takes WHERE id = old.take_id);
END;

-- How long the last five finished takes took, the newest first, and how long the last was meant to take: what a plan of the
-- day needs of every answer in review, without going through its takes each time.
ALTER TABLE answers ADD COLUMN last_times TEXT;
ALTER TABLE answers ADD COLUMN last_budget_ms INTEGER;
UPDATE answers SET
    last_times = (SELECT group_concat(elapsed_ms) FROM (SELECT elapsed_ms FROM takes
        WHERE answer_id = answers.id AND state = 'finished' AND elapsed_ms > 0 ORDER BY ordinal DESC LIMIT 5)),
    last_budget_ms = (SELECT budget_ms FROM takes
        WHERE answer_id = answers.id AND state = 'finished' ORDER BY ordinal DESC LIMIT 1);
DROP INDEX takes_times;

CREATE TRIGGER answers_last_times_take_inserted AFTER INSERT ON takes WHEN new.state = 'finished' BEGIN
    UPDATE answers SET
        last_times = (SELECT group_concat(elapsed_ms) FROM (SELECT elapsed_ms FROM takes
            WHERE answer_id = answers.id AND state = 'finished' AND elapsed_ms > 0 ORDER BY ordinal DESC LIMIT 5)),
        last_budget_ms = (SELECT budget_ms FROM takes
            WHERE answer_id = answers.id AND state = 'finished' ORDER BY ordinal DESC LIMIT 1)
    WHERE id = new.answer_id;
END;
CREATE TRIGGER answers_last_times_take_updated AFTER UPDATE OF answer_id, ordinal, state, elapsed_ms, budget_ms ON takes
WHEN old.state = 'finished' OR new.state = 'finished' BEGIN
    UPDATE answers SET
        last_times = (SELECT group_concat(elapsed_ms) FROM (SELECT elapsed_ms FROM takes
            WHERE answer_id = answers.id AND state = 'finished' AND elapsed_ms > 0 ORDER BY ordinal DESC LIMIT 5)),
        last_budget_ms = (SELECT budget_ms FROM takes
            WHERE answer_id = answers.id AND state = 'finished' ORDER BY ordinal DESC LIMIT 1)
    WHERE id IN (old.answer_id, new.answer_id);
END;
CREATE TRIGGER answers_last_times_take_deleted AFTER DELETE ON takes WHEN old.state = 'finished' BEGIN
    UPDATE answers SET
        last_times = (SELECT group_concat(elapsed_ms) FROM (SELECT elapsed_ms FROM takes
            WHERE answer_id = answers.id AND state = 'finished' AND elapsed_ms > 0 ORDER BY ordinal DESC LIMIT 5)),
        last_budget_ms = (SELECT budget_ms FROM takes
            WHERE answer_id = answers.id AND state = 'finished' ORDER BY ordinal DESC LIMIT 1)
    WHERE id = old.answer_id;
END;
