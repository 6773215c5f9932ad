//! The tables `drills` and `drill_rounds`: weak sentences that are said again as the owner, and which answers were gone
//! through for them.

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::answers::AnswerId;
use crate::cards::Memory;
use crate::column::{Day, Millis, row_id, text_enum};
use crate::error::{Row, StoreError};
use crate::takes::TakeId;
use crate::transaction::{Reads, Tx};

row_id! {
    /// Names a drill; never reused.
    DrillId
}

text_enum! {
    /// Whether a sentence takes part in drills.
    DrillState {
        /// It does.
        Active = "active",
        /// Not until the user says so.
        Suspended = "suspended",
    }
}

text_enum! {
    /// Where a drill's sentence is weak by now.
    Standing {
        /// In the latest finished take of its answer.
        Latest = "latest",
        /// Only in the older take that it was made from.
        Older = "older",
        /// Nowhere: its findings were ignored, their rules switched off, or its take thrown away.
        Gone = "gone",
    }
}

/// One sentence to be said again, with its place in the schedule: all that undo restores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drill {
    /// Its id.
    pub id: DrillId,
    /// The take it was made from.
    pub take_id: TakeId,
    /// Where it stands there, in UTF-8 bytes.
    pub span: Range<u32>,
    /// The sentence.
    pub sentence: String,
    /// The rule of the finding it was made from.
    pub rule: String,
    /// The dimension of that finding, as the phrase check spells it.
    pub dimension: String,
    /// What is wrong with it, and the question that repairs it.
    pub ask: String,
    /// How far what is weak in it pulled the answer's score down when it was made, in points; never negative.
    pub lost: f64,
    /// The last words that passed.
    pub passed: Option<String>,
    /// What is known of the memory; nothing before the first try.
    pub memory: Option<Memory>,
    /// The day from which it is due.
    pub due_day: Date,
    /// How often it was tried.
    pub reps: u32,
    /// On how many days it did not pass although it once had.
    pub lapses: u32,
    /// Active or suspended.
    pub state: DrillState,
    /// Grows by one with each change; guards against stale writes. [`Tx::update_drill`] counts, not the caller.
    pub version: u32,
    /// When it was made.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub created_at: Timestamp,
}

impl Drill {
    /// Whether two are the same but for how often they were changed.
    #[must_use]
    pub fn is_as(&self, other: &Drill) -> bool {
        *self == Drill { version: self.version, ..other.clone() }
    }
}

/// A sentence that becomes a drill.
#[derive(Debug, Clone, PartialEq)]
pub struct NewDrill<'a> {
    /// The take it stands in.
    pub take_id: TakeId,
    /// Where, in UTF-8 bytes.
    pub span: Range<u32>,
    /// The sentence.
    pub sentence: &'a str,
    /// The rule of its finding.
    pub rule: &'a str,
    /// The dimension of its finding.
    pub dimension: &'a str,
    /// What is wrong with it, and the question that repairs it.
    pub ask: &'a str,
    /// How far it pulls the answer's score down, in points; not negative.
    pub lost: f64,
    /// The day from which it is due.
    pub due_day: Date,
}

/// A drill in play with what a list needs of its take and answer.
#[derive(Debug, Clone, PartialEq)]
pub struct DrillInPlay {
    /// The drill.
    pub drill: Drill,
    /// The answer.
    pub answer_id: AnswerId,
    /// The question's words.
    pub prompt: String,
    /// The question's competency.
    pub competency: String,
    /// When its take was finished.
    pub said_at: Timestamp,
}

/// A drill that the user left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrillLeftOut {
    /// The drill.
    pub id: DrillId,
    /// The sentence.
    pub sentence: String,
    /// The question's words.
    pub prompt: String,
}

const COLUMNS: &str = "d.id, d.take_id, d.start_byte, d.end_byte, d.sentence, d.rule, d.dimension, d.ask, d.lost,
    d.passed, d.stability, d.difficulty, d.last_day, d.due_day, d.reps, d.lapses, d.state, d.version, d.created_at";

/// Worth saying again: outside the trash, and weak in the latest take, or tried before and weak in its own.
const WEAK_NOW: &str = "a.trashed_at IS NULL
    AND (d.standing = 'latest' OR (d.standing = 'older' AND d.reps > 0))";

/// In rotation, of those.
const ACTIVE: &str = "d.state = 'active'";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Drill> {
    let memory = match (row.get(10)?, row.get(11)?, row.get(12)?) {
        (Some(stability), Some(difficulty), Some(Day(last_day))) => {
            Some(Memory { stability, difficulty, last_day })
        }
        _ => None,
    };
    Ok(Drill {
        id: row.get(0)?,
        take_id: row.get(1)?,
        span: row.get(2)?..row.get(3)?,
        sentence: row.get(4)?,
        rule: row.get(5)?,
        dimension: row.get(6)?,
        ask: row.get(7)?,
        lost: row.get(8)?,
        passed: row.get(9)?,
        memory,
        due_day: row.get::<_, Day>(13)?.0,
        reps: row.get(14)?,
        lapses: row.get(15)?,
        state: row.get(16)?,
        version: row.get(17)?,
        created_at: row.get::<_, Millis>(18)?.0,
    })
}

impl Reads {
    /// The drill with this id, in play or not.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDrill`].
    pub fn drill(&self, id: DrillId) -> Result<Drill, StoreError> {
        self.conn()
            .prepare_cached(&format!("SELECT {COLUMNS} FROM drills d WHERE d.id = ?1"))?
            .query_one([id], read)
            .optional()?
            .ok_or(StoreError::NoSuchDrill(id))
    }

    /// All drills of an answer with where they stand, oldest first.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn drills_of(&self, answer: AnswerId) -> Result<Vec<(Drill, Standing)>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, d.standing FROM drills d JOIN takes t ON t.id = d.take_id
             WHERE t.answer_id = ?1 ORDER BY d.id"
        );
        let drills = self
            .conn()
            .prepare_cached(&sql)?
            .query_map([answer], |row| Ok((read(row)?, row.get(19)?)))?
            .collect::<Result<_, _>>()?;
        Ok(drills)
    }

    /// The drills in rotation, oldest first: neither suspended nor in the trash, and weak in the latest take of their
    /// answer, or, when they were tried before, in the take they were made from.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn drills_in_play(&self) -> Result<Vec<DrillInPlay>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, a.id, a.prompt, a.competency, coalesce(t.finished_at, t.saved_at)
             FROM drills d JOIN takes t ON t.id = d.take_id JOIN answers a ON a.id = t.answer_id
             WHERE {ACTIVE} AND {WEAK_NOW} ORDER BY d.id"
        );
        let drills = self
            .conn()
            .prepare_cached(&sql)?
            .query_map([], |row| {
                Ok(DrillInPlay {
                    drill: read(row)?,
                    answer_id: row.get(19)?,
                    prompt: row.get(20)?,
                    competency: row.get(21)?,
                    said_at: row.get::<_, Millis>(22)?.0,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(drills)
    }

    /// The drills that would be in rotation, had the user not left them out, oldest first.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn drills_left_out(&self) -> Result<Vec<DrillLeftOut>, StoreError> {
        let sql = format!(
            "SELECT d.id, d.sentence, a.prompt FROM drills d
             JOIN takes t ON t.id = d.take_id JOIN answers a ON a.id = t.answer_id
             WHERE d.state = 'suspended' AND {WEAK_NOW} ORDER BY d.id"
        );
        let drills = self
            .conn()
            .prepare_cached(&sql)?
            .query_map([], |row| {
                Ok(DrillLeftOut { id: row.get(0)?, sentence: row.get(1)?, prompt: row.get(2)? })
            })?
            .collect::<Result<_, _>>()?;
        Ok(drills)
    }

    /// How many drills in rotation were tried before and are due on a day, and how many were never tried.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn drills_to_say(&self, on: Date) -> Result<(u32, u32), StoreError> {
        let sql = format!(
            "SELECT coalesce(sum(d.reps > 0 AND d.due_day <= ?1), 0), coalesce(sum(d.reps = 0), 0)
             FROM drills d JOIN takes t ON t.id = d.take_id JOIN answers a ON a.id = t.answer_id WHERE {ACTIVE} AND {WEAK_NOW}"
        );
        let numbers =
            self.conn().prepare_cached(&sql)?.query_one([Day(on)], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(numbers)
    }

    /// The answers outside the trash that changed since they were gone through for drills, the latest told first, at
    /// most `limit`: another take, another finding ignored, or `rules`, whatever the caller judges by, not the same.
    /// Those that are being given in a mock interview wait for its end: nothing is said of them before.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn unseen_for_drills(&self, rules: &str, limit: u32) -> Result<Vec<AnswerId>, StoreError> {
        let sql = "SELECT a.id FROM answers a LEFT JOIN drill_rounds r ON r.answer_id = a.id
            WHERE r.rules IS NOT ?1 AND a.trashed_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM mocks m JOIN mock_slots s ON s.mock_id = m.id JOIN takes t ON t.id = s.take_id
                WHERE m.state = 'under_way' AND t.answer_id = a.id)
            ORDER BY (SELECT max(t.id) FROM takes t WHERE t.answer_id = a.id AND t.state = 'finished') DESC, a.id DESC
            LIMIT ?2";
        let unseen = self
            .conn()
            .prepare_cached(sql)?
            .query_map(params![rules, limit], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(unseen)
    }
}

impl Tx<'_> {
    /// Makes a drill of a sentence of the latest take. One that is there already stays as it is.
    ///
    /// # Errors
    /// [`StoreError::NoSuchTake`].
    pub fn insert_drill(&self, new: &NewDrill<'_>, now: Timestamp) -> Result<(), StoreError> {
        self.take(new.take_id)?;
        self.conn()
            .prepare_cached(
                "INSERT INTO drills (take_id, start_byte, end_byte, sentence, rule, dimension, ask, lost, standing,
                    due_day, reps, lapses, state, version, created_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'latest', ?9, 0, 0, 'active', 0, ?10)
                 ON CONFLICT (take_id, start_byte, end_byte) DO NOTHING",
            )?
            .execute(params![
                new.take_id,
                new.span.start,
                new.span.end,
                new.sentence,
                new.rule,
                new.dimension,
                new.ask,
                new.lost,
                Day(new.due_day),
                Millis(now),
            ])?;
        Ok(())
    }

    /// Says where a drill's sentence is weak by now.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDrill`].
    pub fn set_standing(&self, drill: DrillId, standing: Standing) -> Result<(), StoreError> {
        let sql = "UPDATE drills SET standing = ?2 WHERE id = ?1";
        match self.conn().prepare_cached(sql)?.execute(params![drill, standing])? {
            0 => Err(StoreError::NoSuchDrill(drill)),
            _ => Ok(()),
        }
    }

    /// Remembers that an answer was gone through by these rules as it is now. Forgotten when one of its takes or ignored
    /// findings changes.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAnswer`].
    pub fn note_seen_for_drills(&self, answer: AnswerId, rules: &str) -> Result<(), StoreError> {
        self.answer(answer)?;
        self.conn()
            .prepare_cached(
                "INSERT INTO drill_rounds (answer_id, rules) VALUES (?1, ?2)
                 ON CONFLICT (answer_id) DO UPDATE SET rules = ?2",
            )?
            .execute(params![answer, rules])?;
        Ok(())
    }

    /// Changes a drill. Returns it as stored: with the version after `expected_version`, whatever `drill` carries.
    ///
    /// # Errors
    /// [`StoreError::Stale`], [`StoreError::NoSuchDrill`].
    pub fn update_drill(&self, drill: &Drill, expected_version: u32) -> Result<Drill, StoreError> {
        let found = self.drill(drill.id)?.version;
        if found != expected_version {
            return Err(StoreError::Stale { row: Row::Drill, expected: expected_version, found });
        }
        let drill = Drill { version: found + 1, ..drill.clone() };
        self.put_drill(&drill)?;
        Ok(drill)
    }

    /// Writes every column that undo has to restore, as given. Where the sentence stands is not among them.
    pub(crate) fn put_drill(&self, drill: &Drill) -> Result<(), StoreError> {
        let memory = drill.memory.as_ref();
        self.conn()
            .prepare_cached(
                "UPDATE drills SET take_id = ?2, start_byte = ?3, end_byte = ?4, sentence = ?5, rule = ?6,
                    dimension = ?7, ask = ?8, lost = ?9, passed = ?10, stability = ?11, difficulty = ?12,
                    last_day = ?13, due_day = ?14, reps = ?15, lapses = ?16, state = ?17, version = ?18,
                    created_at = ?19
                 WHERE id = ?1",
            )?
            .execute(params![
                drill.id,
                drill.take_id,
                drill.span.start,
                drill.span.end,
                drill.sentence,
                drill.rule,
                drill.dimension,
                drill.ask,
                drill.lost,
                drill.passed,
                memory.map(|memory| memory.stability),
                memory.map(|memory| memory.difficulty),
                memory.map(|memory| Day(memory.last_day)),
                Day(drill.due_day),
                drill.reps,
                drill.lapses,
                drill.state,
                drill.version,
                Millis(drill.created_at),
            ])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
