//! The table `takes`: every telling of an answer, from the first keystroke on.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::answers::AnswerId;
use crate::column::{Json, Millis, row_id, text_enum, to_json};
use crate::error::{Row, StoreError};
use crate::transaction::{Reads, Tx};

row_id! {
    /// Names a take; never reused.
    TakeId
}

text_enum! {
    /// How a take came in.
    Medium {
        /// Written.
        Typed = "typed",
        /// Said aloud and transcribed.
        Spoken = "spoken",
    }
}

text_enum! {
    /// What a take was given for.
    Source {
        /// A question practised.
        Practice = "practice",
        /// An answer asked again from memory.
        Review = "review",
        /// A mock interview.
        Mock = "mock",
        /// A drill on own sentences.
        Drill = "drill",
    }
}

text_enum! {
    /// How far a take is.
    TakeState {
        /// Being given; saved as it grows.
        Draft = "draft",
        /// Given and checked.
        Finished = "finished",
        /// Thrown away; can be brought back.
        Discarded = "discarded",
    }
}

/// One telling of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Take {
    /// Its id.
    pub id: TakeId,
    /// The answer it tells.
    pub answer_id: AnswerId,
    /// Its number within the answer, from 1. A discarded take keeps its number.
    pub ordinal: u32,
    /// Typed or spoken.
    pub medium: Medium,
    /// What it was given for.
    pub source: Source,
    /// Draft, finished or discarded.
    pub state: TakeState,
    /// The words.
    pub text: String,
    /// Grows by one with each save; guards against stale writes.
    pub revision: u32,
    /// Time spent on it, in milliseconds, pauses left out.
    pub elapsed_ms: u32,
    /// Time it was meant to take, in milliseconds.
    pub budget_ms: u32,
    /// When it was begun.
    pub started_at: Timestamp,
    /// When it was last saved.
    pub saved_at: Timestamp,
    /// When it was finished.
    pub finished_at: Option<Timestamp>,
    /// What the phrase check made of it.
    pub scored: Scored,
}

/// The figures of a phrase check, as far as they were given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scored {
    /// Words in the text.
    pub words: Option<u32>,
    /// The overall score, 0–100.
    pub score: Option<u8>,
    /// The score of each dimension, 0–100; a dimension without a score is left out.
    pub scores: Option<BTreeMap<String, u8>>,
    /// How many findings of each kind.
    pub counts: Option<Counts>,
    /// The rules that were used.
    pub rules_version: Option<String>,
}

/// Findings of each kind in one take.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Phrases that show ownership.
    pub strong: u32,
    /// Phrases that show coordination.
    pub weak: u32,
    /// Sentences that hide who acted.
    pub hidden: u32,
    /// Hedges.
    pub hedge: u32,
    /// Fillers.
    pub filler: u32,
    /// Things a strong answer has and this one lacks.
    pub missing: u32,
}

/// What is known of a take when it begins.
#[derive(Debug, Clone)]
pub struct NewTake<'a> {
    /// The answer it tells.
    pub answer_id: AnswerId,
    /// Typed or spoken.
    pub medium: Medium,
    /// What it is given for.
    pub source: Source,
    /// The words so far; mostly none.
    pub text: &'a str,
    /// Time it is meant to take, in milliseconds.
    pub budget_ms: u32,
}

/// How a take ends.
#[derive(Debug, Clone)]
pub struct Finish<'a> {
    /// The final words.
    pub text: &'a str,
    /// Time spent on it, in milliseconds.
    pub elapsed_ms: u32,
    /// What the phrase check made of it.
    pub scored: Scored,
}

pub(crate) const COLUMNS: &str =
    "t.id, t.answer_id, t.ordinal, t.medium, t.source, t.state, t.text, t.revision,
    t.elapsed_ms, t.budget_ms, t.started_at, t.saved_at, t.finished_at,
    t.words, t.score, t.scores, t.counts, t.rules_version";

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Take> {
    Ok(Take {
        id: row.get(0)?,
        answer_id: row.get(1)?,
        ordinal: row.get(2)?,
        medium: row.get(3)?,
        source: row.get(4)?,
        state: row.get(5)?,
        text: row.get(6)?,
        revision: row.get(7)?,
        elapsed_ms: row.get(8)?,
        budget_ms: row.get(9)?,
        started_at: row.get::<_, Millis>(10)?.0,
        saved_at: row.get::<_, Millis>(11)?.0,
        finished_at: row.get::<_, Option<Millis>>(12)?.map(|Millis(at)| at),
        scored: Scored {
            words: row.get(13)?,
            score: row.get(14)?,
            scores: row.get::<_, Option<Json<_>>>(15)?.map(|Json(scores)| scores),
            counts: row.get::<_, Option<Json<_>>>(16)?.map(|Json(counts)| counts),
            rules_version: row.get(17)?,
        },
    })
}

impl Reads {
    /// The take with this id.
    ///
    /// # Errors
    /// [`StoreError::NoSuchTake`].
    pub fn take(&self, id: TakeId) -> Result<Take, StoreError> {
        self.one_take("WHERE t.id = ?1", [id])?.ok_or(StoreError::NoSuchTake(id))
    }

    /// The draft to resume after a start: the one saved last, outside the trash and outside mock interviews.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn running_draft(&self) -> Result<Option<Take>, StoreError> {
        self.one_take(
            "JOIN answers a ON a.id = t.answer_id WHERE t.state = 'draft' AND t.source <> 'mock'
                AND a.trashed_at IS NULL ORDER BY t.saved_at DESC, t.id DESC LIMIT 1",
            [],
        )
    }

    /// The draft of an answer. One that is being given in a mock interview is not meant: see [`Reads::mock_draft_of`].
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn draft_of(&self, answer: AnswerId) -> Result<Option<Take>, StoreError> {
        self.one_take("WHERE t.answer_id = ?1 AND t.state = 'draft' AND t.source <> 'mock'", [answer])
    }

    /// The draft of an answer that is being given in a mock interview.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn mock_draft_of(&self, answer: AnswerId) -> Result<Option<Take>, StoreError> {
        self.one_take("WHERE t.answer_id = ?1 AND t.state = 'draft' AND t.source = 'mock'", [answer])
    }

    /// The takes of an answer in order, the discarded ones left out.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn takes_of(&self, answer: AnswerId) -> Result<Vec<Take>, StoreError> {
        self.takes("WHERE t.answer_id = ?1 AND t.state <> 'discarded' ORDER BY t.ordinal", [answer])
    }

    /// The last finished take of an answer.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn latest_finished_take(&self, answer: AnswerId) -> Result<Option<Take>, StoreError> {
        self.one_take(
            "WHERE t.answer_id = ?1 AND t.state = 'finished' ORDER BY t.ordinal DESC LIMIT 1",
            [answer],
        )
    }

    /// The finished takes of all answers outside the trash, newest first.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn recent_takes(&self, limit: u32) -> Result<Vec<Take>, StoreError> {
        self.takes(
            "JOIN answers a ON a.id = t.answer_id WHERE t.state = 'finished' AND a.trashed_at IS NULL
             ORDER BY t.finished_at DESC, t.id DESC LIMIT ?1",
            [limit],
        )
    }

    fn one_take(&self, rest: &str, params: impl rusqlite::Params) -> Result<Option<Take>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM takes t {rest}");
        Ok(self.conn().prepare_cached(&sql)?.query_row(params, read).optional()?)
    }

    fn takes(&self, rest: &str, params: impl rusqlite::Params) -> Result<Vec<Take>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM takes t {rest}");
        let takes = self.conn().prepare_cached(&sql)?.query_map(params, read)?.collect::<Result<_, _>>()?;
        Ok(takes)
    }

    /// State and revision of a take, without its text.
    fn standing(&self, id: TakeId) -> Result<(AnswerId, TakeState, u32), StoreError> {
        self.conn()
            .prepare_cached("SELECT answer_id, state, revision FROM takes WHERE id = ?1")?
            .query_one([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?
            .ok_or(StoreError::NoSuchTake(id))
    }

    /// Passes when the take is a draft at this revision.
    fn expect_draft(&self, take: TakeId, expected: u32) -> Result<(), StoreError> {
        match self.standing(take)? {
            (_, TakeState::Draft, found) if found == expected => Ok(()),
            (_, TakeState::Draft, found) => Err(StoreError::Stale { row: Row::Take, expected, found }),
            (_, state, _) => Err(StoreError::NotADraft { take, state }),
        }
    }

    /// Passes when nothing keeps a draft of that source from being one. A mock's stands beside any other.
    fn expect_no_draft(&self, answer: AnswerId, source: Source) -> Result<(), StoreError> {
        let draft = if source == Source::Mock { self.mock_draft_of(answer)? } else { self.draft_of(answer)? };
        match draft {
            Some(Take { id: draft, .. }) => Err(StoreError::DraftExists { answer, draft }),
            None => Ok(()),
        }
    }
}

impl Tx<'_> {
    /// Begins a take, as a draft with revision 0.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAnswer`], [`StoreError::DraftExists`].
    pub fn insert_take(&self, new: &NewTake<'_>, now: Timestamp) -> Result<Take, StoreError> {
        self.answer(new.answer_id)?;
        self.expect_no_draft(new.answer_id, new.source)?;
        self.conn()
            .prepare_cached(
                "INSERT INTO takes (answer_id, ordinal, medium, source, state, text, budget_ms, started_at, saved_at)
                 VALUES (?1, (SELECT coalesce(max(ordinal), 0) + 1 FROM takes WHERE answer_id = ?1),
                    ?2, ?3, 'draft', ?4, ?5, ?6, ?6)",
            )?
            .execute(params![new.answer_id, new.medium, new.source, new.text, new.budget_ms, Millis(now)])?;
        self.take(TakeId(self.conn().last_insert_rowid()))
    }

    /// Saves a draft. Returns the new revision.
    ///
    /// # Errors
    /// [`StoreError::Stale`], [`StoreError::NotADraft`], [`StoreError::NoSuchTake`].
    pub fn save_draft(
        &self,
        take: TakeId,
        expected_revision: u32,
        text: &str,
        elapsed_ms: u32,
        now: Timestamp,
    ) -> Result<u32, StoreError> {
        self.expect_draft(take, expected_revision)?;
        self.conn()
            .prepare_cached(
                "UPDATE takes SET text = ?2, elapsed_ms = ?3, saved_at = ?4, revision = revision + 1 WHERE id = ?1",
            )?
            .execute(params![take, text, elapsed_ms, Millis(now)])?;
        Ok(expected_revision + 1)
    }

    /// Ends a draft as a finished take. Returns the new revision.
    ///
    /// # Errors
    /// As [`Tx::save_draft`].
    pub fn finish_take(
        &self,
        take: TakeId,
        expected_revision: u32,
        finish: &Finish<'_>,
        now: Timestamp,
    ) -> Result<u32, StoreError> {
        self.expect_draft(take, expected_revision)?;
        let Scored { words, score, scores, counts, rules_version } = &finish.scored;
        let scores = scores.as_ref().map(|scores| to_json("score", scores)).transpose()?;
        let counts = counts.as_ref().map(|counts| to_json("count", counts)).transpose()?;
        self.conn()
            .prepare_cached(
                "UPDATE takes SET state = 'finished', text = ?2, elapsed_ms = ?3, saved_at = ?4, finished_at = ?4,
                    words = ?5, score = ?6, scores = ?7, counts = ?8, rules_version = ?9, revision = revision + 1
                 WHERE id = ?1",
            )?
            .execute(params![
                take,
                finish.text,
                finish.elapsed_ms,
                Millis(now),
                words,
                score,
                scores,
                counts,
                rules_version
            ])?;
        Ok(expected_revision + 1)
    }

    /// Replaces what the check said of a finished take, as after a finding was ignored. Its text stays.
    ///
    /// # Errors
    /// [`StoreError::NoSuchTake`].
    pub fn rescore_take(&self, take: TakeId, scored: &Scored) -> Result<(), StoreError> {
        self.standing(take)?;
        let scores = scored.scores.as_ref().map(|scores| to_json("score", scores)).transpose()?;
        let counts = scored.counts.as_ref().map(|counts| to_json("count", counts)).transpose()?;
        self.conn()
            .prepare_cached(
                "UPDATE takes SET words = ?2, score = ?3, scores = ?4, counts = ?5, rules_version = ?6
                 WHERE id = ?1 AND state = 'finished'",
            )?
            .execute(params![take, scored.words, scored.score, scores, counts, scored.rules_version])?;
        Ok(())
    }

    /// Adds a take that is finished from the start, as when words of a drill are put into an answer: its latest. A draft
    /// that would have been the next take keeps its words and comes after it.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAnswer`].
    pub fn insert_finished_take(
        &self,
        new: &NewTake<'_>,
        elapsed_ms: u32,
        scored: &Scored,
        now: Timestamp,
    ) -> Result<Take, StoreError> {
        self.answer(new.answer_id)?;
        let mut free: u32 = self
            .conn()
            .prepare_cached("SELECT coalesce(max(ordinal), 0) + 1 FROM takes WHERE answer_id = ?1")?
            .query_one([new.answer_id], |row| row.get(0))?;
        let drafts = self.takes(
            "WHERE t.answer_id = ?1 AND t.state = 'draft' AND t.ordinal > (SELECT coalesce(max(o.ordinal), 0)
                FROM takes o WHERE o.answer_id = ?1 AND o.state <> 'draft') ORDER BY t.ordinal DESC",
            [new.answer_id],
        )?;
        for draft in drafts {
            self.conn()
                .prepare_cached("UPDATE takes SET ordinal = ?2 WHERE id = ?1")?
                .execute(params![draft.id, free])?;
            free = draft.ordinal;
        }
        let scores = scored.scores.as_ref().map(|scores| to_json("score", scores)).transpose()?;
        let counts = scored.counts.as_ref().map(|counts| to_json("count", counts)).transpose()?;
        self.conn()
            .prepare_cached(
                "INSERT INTO takes (answer_id, ordinal, medium, source, state, text, elapsed_ms, budget_ms,
                    started_at, saved_at, finished_at, words, score, scores, counts, rules_version)
                 VALUES (?1, ?2, ?3, ?4, 'finished', ?5, ?6, ?7, ?8, ?8, ?8, ?9, ?10, ?11, ?12, ?13)",
            )?
            .execute(params![
                new.answer_id,
                free,
                new.medium,
                new.source,
                new.text,
                elapsed_ms,
                new.budget_ms,
                Millis(now),
                scored.words,
                scored.score,
                scores,
                counts,
                scored.rules_version,
            ])?;
        self.take(TakeId(self.conn().last_insert_rowid()))
    }

    /// Throws a draft or a finished take away; [`Tx::undiscard_take`] brings it back as it was.
    ///
    /// # Errors
    /// [`StoreError::NoSuchTake`]. Discarding twice changes nothing.
    pub fn discard_take(&self, take: TakeId) -> Result<(), StoreError> {
        self.standing(take)?;
        self.conn().prepare_cached("UPDATE takes SET state = 'discarded' WHERE id = ?1")?.execute([take])?;
        Ok(())
    }

    /// Deletes a draft for ever, as when nothing was said in it.
    ///
    /// # Errors
    /// [`StoreError::NotADraft`], [`StoreError::NoSuchTake`].
    pub fn delete_draft(&self, take: TakeId) -> Result<(), StoreError> {
        match self.standing(take)? {
            (_, TakeState::Draft, _) => {}
            (_, state, _) => return Err(StoreError::NotADraft { take, state }),
        }
        self.conn().prepare_cached("DELETE FROM takes WHERE id = ?1")?.execute([take])?;
        Ok(())
    }

    /// Brings a discarded take back, finished or as a draft, whichever it was.
    ///
    /// # Errors
    /// [`StoreError::NotDiscarded`], [`StoreError::NoSuchTake`], [`StoreError::DraftExists`] when it was a draft and
    /// another one was begun meanwhile.
    pub fn undiscard_take(&self, take: TakeId) -> Result<(), StoreError> {
        match self.take(take)? {
            Take { state: TakeState::Discarded, finished_at: Some(_), .. } => {}
            Take { state: TakeState::Discarded, answer_id, source, .. } => {
                self.expect_no_draft(answer_id, source)?
            }
            Take { state, .. } => return Err(StoreError::NotDiscarded { take, state }),
        }
        self.conn()
            .prepare_cached(
                "UPDATE takes SET state = iif(finished_at IS NULL, 'draft', 'finished') WHERE id = ?1",
            )?
            .execute([take])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
