//! The tables `drills`, `drill_log` and `drill_rounds`: weak sentences that are said again as the owner, each try, and
//! the way back.

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::answers::AnswerId;
use crate::cards::Memory;
use crate::column::{Day, Json, Millis, row_id, text_enum, to_json};
use crate::error::{Row, StoreError};
use crate::takes::TakeId;
use crate::transaction::{Reads, Tx};

row_id! {
    /// Names a drill; never reused.
    DrillId
}

row_id! {
    /// Names a try of a drill; never reused.
    TryId
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

/// A try to be logged.
#[derive(Debug, Clone, PartialEq)]
pub struct NewTry {
    /// The drill.
    pub drill_id: DrillId,
    /// When.
    pub at: Timestamp,
    /// On which of the user's days.
    pub day: Date,
    /// What was said.
    pub said: String,
    /// Whether it passed.
    pub passed: bool,
    /// 1 Again, 2 Hard, 3 Good, 4 Easy.
    pub grade: u8,
    /// Whole days since the try before; 0 for the first.
    pub elapsed_days: u32,
    /// The predicted chance of passing just before, 0–1; none the first time.
    pub retrievability: Option<f64>,
    /// The drill before.
    pub before: Drill,
    /// The drill after.
    pub after: Drill,
}

/// A logged try.
#[derive(Debug, Clone, PartialEq)]
pub struct DrillTry {
    /// Its id.
    pub id: TryId,
    /// What was logged.
    pub logged: NewTry,
    /// The take that its words were put into.
    pub put: Option<TakeId>,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
}

/// An answer that changed since it was last gone through for drills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unseen {
    /// The answer.
    pub answer_id: AnswerId,
    /// What of it is there now, to be kept once it was gone through.
    pub seen: String,
}

const COLUMNS: &str = "d.id, d.take_id, d.start_byte, d.end_byte, d.sentence, d.rule, d.dimension, d.ask, d.lost,
    d.passed, d.stability, d.difficulty, d.last_day, d.due_day, d.reps, d.lapses, d.state, d.version, d.created_at";

/// In rotation: not suspended, outside the trash, and weak in the latest take, or tried before and weak in its own.
const IN_PLAY: &str = "d.state = 'active' AND a.trashed_at IS NULL
    AND (d.standing = 'latest' OR (d.standing = 'older' AND d.reps > 0))";

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

const TRY_COLUMNS: &str =
    "l.id, l.drill_id, l.at, l.day, l.said, l.passed, l.grade, l.elapsed_days, l.retrievability,
    l.drill_before, l.drill_after, l.put_take_id, l.undone_at";

fn read_try(row: &rusqlite::Row<'_>) -> rusqlite::Result<DrillTry> {
    Ok(DrillTry {
        id: row.get(0)?,
        logged: NewTry {
            drill_id: row.get(1)?,
            at: row.get::<_, Millis>(2)?.0,
            day: row.get::<_, Day>(3)?.0,
            said: row.get(4)?,
            passed: row.get(5)?,
            grade: row.get(6)?,
            elapsed_days: row.get(7)?,
            retrievability: row.get(8)?,
            before: row.get::<_, Json<_>>(9)?.0,
            after: row.get::<_, Json<_>>(10)?.0,
        },
        put: row.get(11)?,
        undone_at: row.get::<_, Option<Millis>>(12)?.map(|Millis(at)| at),
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
             WHERE {IN_PLAY} ORDER BY d.id"
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

    /// The try with this id.
    ///
    /// # Errors
    /// [`StoreError::NoSuchTry`].
    pub fn drill_try(&self, id: TryId) -> Result<DrillTry, StoreError> {
        self.tries("WHERE l.id = ?1", [id])?.pop().ok_or(StoreError::NoSuchTry(id))
    }

    /// The tries of one of the user's days in order, those taken back left out.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn tries_on(&self, day: Date) -> Result<Vec<DrillTry>, StoreError> {
        self.tries("WHERE l.day = ?1 AND l.undone_at IS NULL ORDER BY l.id", [Day(day)])
    }

    /// The newest try that was not taken back, of an answer outside the trash.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn last_try(&self) -> Result<Option<DrillTry>, StoreError> {
        let rest = "JOIN drills d ON d.id = l.drill_id JOIN takes t ON t.id = d.take_id
            JOIN answers a ON a.id = t.answer_id
            WHERE l.undone_at IS NULL AND a.trashed_at IS NULL ORDER BY l.id DESC LIMIT 1";
        Ok(self.tries(rest, [])?.pop())
    }

    /// The answers outside the trash that changed since they were gone through for drills, the latest told first, at
    /// most `limit`: another take, another finding ignored, or `rules`, whatever the caller judges by, not the same.
    /// Those that are being given in a mock interview wait for its end: nothing is said of them before.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn unseen_for_drills(&self, rules: &str, limit: u32) -> Result<Vec<Unseen>, StoreError> {
        let sql = "WITH now AS (SELECT a.id,
                (SELECT max(t.id) FROM takes t WHERE t.answer_id = a.id AND t.state = 'finished') AS latest,
                ?1 || ' ' || coalesce((SELECT group_concat(t.id, ',' ORDER BY t.id) FROM takes t
                    WHERE t.answer_id = a.id AND t.state = 'finished'), '')
                || coalesce((SELECT ' ' || group_concat(i.take_id || ':' || i.rule || ':' || i.start_byte || ':' || i.end_byte,
                        ',' ORDER BY i.take_id, i.rule, i.start_byte, i.end_byte)
                    FROM ignored_findings i JOIN takes t ON t.id = i.take_id WHERE t.answer_id = a.id), '') AS seen
            FROM answers a WHERE a.trashed_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM mocks m JOIN mock_slots s ON s.mock_id = m.id JOIN takes t ON t.id = s.take_id
                WHERE m.state = 'under_way' AND t.answer_id = a.id))
            SELECT now.id, now.seen FROM now LEFT JOIN drill_rounds r ON r.answer_id = now.id
            WHERE r.seen IS NOT now.seen ORDER BY now.latest DESC, now.id DESC LIMIT ?2";
        let unseen = self
            .conn()
            .prepare_cached(sql)?
            .query_map(params![rules, limit], |row| Ok(Unseen { answer_id: row.get(0)?, seen: row.get(1)? }))?
            .collect::<Result<_, _>>()?;
        Ok(unseen)
    }

    fn tries(&self, rest: &str, params: impl rusqlite::Params) -> Result<Vec<DrillTry>, StoreError> {
        let sql = format!("SELECT {TRY_COLUMNS} FROM drill_log l {rest}");
        let tries =
            self.conn().prepare_cached(&sql)?.query_map(params, read_try)?.collect::<Result<_, _>>()?;
        Ok(tries)
    }

    fn has_later_try(&self, one: &DrillTry) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM drill_log WHERE drill_id = ?1 AND id > ?2 AND undone_at IS NULL";
        Ok(self.conn().prepare_cached(sql)?.exists(params![one.logged.drill_id, one.id])?)
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

    /// Remembers that an answer was gone through as it was then.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAnswer`].
    pub fn note_seen_for_drills(&self, unseen: &Unseen) -> Result<(), StoreError> {
        self.answer(unseen.answer_id)?;
        self.conn()
            .prepare_cached(
                "INSERT INTO drill_rounds (answer_id, seen) VALUES (?1, ?2)
                 ON CONFLICT (answer_id) DO UPDATE SET seen = ?2",
            )?
            .execute(params![unseen.answer_id, unseen.seen])?;
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

    /// Logs a try.
    ///
    /// # Errors
    /// [`StoreError::Json`] for a drill that is no JSON (a stability that is not finite).
    pub fn append_try(&self, new: &NewTry) -> Result<TryId, StoreError> {
        self.conn()
            .prepare_cached(
                "INSERT INTO drill_log (drill_id, at, day, said, passed, grade, elapsed_days, retrievability,
                    drill_before, drill_after)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(params![
                new.drill_id,
                Millis(new.at),
                Day(new.day),
                new.said,
                new.passed,
                new.grade,
                new.elapsed_days,
                new.retrievability,
                to_json("drill", &new.before)?,
                to_json("drill", &new.after)?,
            ])?;
        Ok(TryId(self.conn().last_insert_rowid()))
    }

    /// Takes a try back: the drill is again exactly what it was. The row stays in the log, marked.
    ///
    /// # Errors
    /// [`StoreError::TryUndone`], [`StoreError::NotTheLatestTry`], [`StoreError::NoSuchTry`];
    /// [`StoreError::Stale`] when the drill changed after the try, as by suspending.
    pub fn undo_try(&self, id: TryId, now: Timestamp) -> Result<Drill, StoreError> {
        let one = self.drill_try(id)?;
        if one.undone_at.is_some() {
            return Err(StoreError::TryUndone(id));
        }
        if self.has_later_try(&one)? {
            return Err(StoreError::NotTheLatestTry(id));
        }
        let NewTry { drill_id, before, after, .. } = one.logged;
        let current = self.drill(drill_id)?;
        if current != after {
            let (expected, found) = (after.version, current.version);
            return Err(StoreError::Stale { row: Row::Drill, expected, found });
        }
        self.put_drill(&before)?;
        self.conn()
            .prepare_cached("UPDATE drill_log SET undone_at = ?2 WHERE id = ?1")?
            .execute(params![id, Millis(now)])?;
        Ok(before)
    }

    /// Remembers the take that the words of a try were put into.
    ///
    /// # Errors
    /// [`StoreError::NoSuchTry`].
    pub fn note_put(&self, id: TryId, take: TakeId) -> Result<(), StoreError> {
        let sql = "UPDATE drill_log SET put_take_id = ?2 WHERE id = ?1";
        match self.conn().prepare_cached(sql)?.execute(params![id, take])? {
            0 => Err(StoreError::NoSuchTry(id)),
            _ => Ok(()),
        }
    }

    /// Writes every column that undo has to restore, as given. Where the sentence stands is not among them.
    fn put_drill(&self, drill: &Drill) -> Result<(), StoreError> {
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
