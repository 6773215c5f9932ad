-- Cover the figures over weeks and years, which would otherwise read every text and every card of the log.
CREATE INDEX takes_figures ON takes (finished_at, source, medium, elapsed_ms, words, counts, scores)
    WHERE state = 'finished';

-- Performances that say how well was remembered: graded, with a memory before, on another day than the one before.
CREATE INDEX review_log_remembered ON review_log (at, grade, retrievability, elapsed_days, undone_at)
    WHERE undone_at IS NULL AND grade IS NOT NULL AND retrievability IS NOT NULL AND elapsed_days > 0;

-- How long answers take, without reading their words.
CREATE INDEX takes_times ON takes (answer_id, ordinal, elapsed_ms, budget_ms) WHERE state = 'finished';
