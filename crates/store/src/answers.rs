//! The table `answers`: one thread of takes per question.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use crate::column::{Millis, row_id, to_json};
use crate::error::{Row, StoreError};
use crate::takes::TakeId;
use crate::transaction::{Reads, Tx};

row_id! {
    /// Names an answer; never reused.
    AnswerId
}

/// A question's answer: the thread of takes on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its id.
    pub id: AnswerId,
    /// The question's id in its bank.
    pub question_id: String,
    /// The question's words when it was first answered.
    pub prompt: String,
    /// The question's competency, as the bank spells it.
    pub competency: String,
    /// The question's level, as the bank spells it.
    pub level: String,
    /// How the question is to be answered, as the bank or the phrase check spells it.
    pub mode: String,
    /// When the question was first answered.
    pub created_at: Timestamp,
    /// When the answer itself, not a take, last changed.
    pub updated_at: Timestamp,
    /// The take kept as best, while it is a finished one.
    pub best_take_id: Option<TakeId>,
    /// Whether the user starred it.
    pub starred: bool,
    /// Since when it is in the trash.
    pub trashed_at: Option<Timestamp>,
    /// Grows by one with each change of best take or trash; guards against stale writes.
    pub version: u32,
}

/// What is known of an answer when its question is first answered.
#[derive(Debug, Clone)]
pub struct NewAnswer<'a> {
    /// The question's id in its bank.
    pub question_id: &'a str,
    /// The question's words.
    pub prompt: &'a str,
    /// The question's competency.
    pub competency: &'a str,
    /// The question's level.
    pub level: &'a str,
    /// How the question is to be answered.
    pub mode: &'a str,
}

/// A best take that was discarded is not offered, and is the best again when it is brought back.
const COLUMNS: &str = "id, question_id, prompt, competency, level, mode, created_at, updated_at,
    (SELECT t.id FROM takes t WHERE t.id = best_take_id AND t.state = 'finished'), starred, trashed_at, version";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Answer> {
    Ok(Answer {
        id: row.get(0)?,
        question_id: row.get(1)?,
        prompt: row.get(2)?,
        competency: row.get(3)?,
        level: row.get(4)?,
        mode: row.get(5)?,
        created_at: row.get::<_, Millis>(6)?.0,
        updated_at: row.get::<_, Millis>(7)?.0,
        best_take_id: row.get(8)?,
        starred: row.get(9)?,
        trashed_at: row.get::<_, Option<Millis>>(10)?.map(|Millis(at)| at),
        version: row.get(11)?,
    })
}

impl Reads {
    /// The answer with this id, in the trash or not.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAnswer`].
    pub fn answer(&self, id: AnswerId) -> Result<Answer, StoreError> {
        self.conn()
            .prepare_cached(&format!("SELECT {COLUMNS} FROM answers WHERE id = ?1"))?
            .query_one([id], read)
            .optional()?
            .ok_or(StoreError::NoSuchAnswer(id))
    }

    /// The answer to a question, unless it is in the trash.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn answer_by_question(&self, question_id: &str) -> Result<Option<Answer>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM answers WHERE question_id = ?1 AND trashed_at IS NULL");
        Ok(self.conn().prepare_cached(&sql)?.query_one([question_id], read).optional()?)
    }

    /// The ids of all questions that have an answer with a finished take, outside the trash.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn answered_questions(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.conn().prepare_cached(
            "SELECT question_id FROM answers a WHERE trashed_at IS NULL
                AND EXISTS (SELECT 1 FROM takes t WHERE t.answer_id = a.id AND t.state = 'finished')
             ORDER BY question_id",
        )?;
        let questions = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(questions)
    }

    /// Those of the questions that were answered, with the time of the last take; answers in the trash left out. It takes
    /// time for the questions that are asked for, however many answers there are.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn last_told(&self, questions: &[&str]) -> Result<Vec<(String, Timestamp)>, StoreError> {
        let mut statement = self.conn().prepare_cached(
            "SELECT a.question_id, (SELECT t.finished_at FROM takes t
                WHERE t.answer_id = a.id AND t.state = 'finished' ORDER BY t.ordinal DESC LIMIT 1) AS told
             FROM json_each(?1) q CROSS JOIN answers a ON a.question_id = q.value AND a.trashed_at IS NULL
             WHERE told IS NOT NULL",
        )?;
        let asked = to_json("the questions", questions)?;
        let told = statement
            .query_map([asked], |row| Ok((row.get(0)?, row.get::<_, Millis>(1)?.0)))?
            .collect::<Result<_, _>>()?;
        Ok(told)
    }

    /// The answer, if its version is the one the caller saw.
    fn current_answer(&self, id: AnswerId, expected: u32) -> Result<Answer, StoreError> {
        let answer = self.answer(id)?;
        match answer.version {
            found if found == expected => Ok(answer),
            found => Err(StoreError::Stale { row: Row::Answer, expected, found }),
        }
    }
}

impl Tx<'_> {
    /// Begins the answer to a question.
    ///
    /// # Errors
    /// [`StoreError::QuestionAnswered`] when there is one outside the trash.
    pub fn insert_answer(&self, new: &NewAnswer<'_>, now: Timestamp) -> Result<AnswerId, StoreError> {
        self.refuse_second_answer(new.question_id)?;
        self.conn()
            .prepare_cached(
                "INSERT INTO answers (question_id, prompt, competency, level, mode, created_at, updated_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
            )?
            .execute(params![
                new.question_id,
                new.prompt,
                new.competency,
                new.level,
                new.mode,
                Millis(now)
            ])?;
        Ok(AnswerId(self.conn().last_insert_rowid()))
    }

    /// Keeps `take` as the best one, or none. Returns the new version.
    ///
    /// # Errors
    /// [`StoreError::Stale`], [`StoreError::NotAFinishedTakeOf`], [`StoreError::NoSuchAnswer`].
    pub fn set_best(
        &self,
        answer: AnswerId,
        take: Option<TakeId>,
        expected_version: u32,
        now: Timestamp,
    ) -> Result<u32, StoreError> {
        let current = self.current_answer(answer, expected_version)?;
        if let Some(take) = take {
            let fits = self
                .conn()
                .prepare_cached(
                    "SELECT 1 FROM takes WHERE id = ?1 AND answer_id = ?2 AND state = 'finished'",
                )?
                .exists(params![take, answer])?;
            if !fits {
                return Err(StoreError::NotAFinishedTakeOf { answer, take });
            }
        }
        self.conn()
            .prepare_cached(
                "UPDATE answers SET best_take_id = ?2, version = version + 1, updated_at = ?3 WHERE id = ?1",
            )?
            .execute(params![answer, take, Millis(now)])?;
        Ok(current.version + 1)
    }

    /// Stars the answer or takes the star away. Doing it twice changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAnswer`].
    pub fn set_starred(&self, answer: AnswerId, starred: bool, now: Timestamp) -> Result<(), StoreError> {
        let sql = "UPDATE answers SET starred = ?2, updated_at = ?3 WHERE id = ?1";
        match self.conn().prepare_cached(sql)?.execute(params![answer, starred, Millis(now)])? {
            0 => Err(StoreError::NoSuchAnswer(answer)),
            _ => Ok(()),
        }
    }

    /// Moves the answer to the trash: out of lists, search and review, with everything kept. Returns the new version.
    ///
    /// # Errors
    /// [`StoreError::Stale`], [`StoreError::NoSuchAnswer`].
    pub fn trash(&self, answer: AnswerId, expected_version: u32, now: Timestamp) -> Result<u32, StoreError> {
        let current = self.current_answer(answer, expected_version)?;
        self.set_trashed(&current, Some(now), now)
    }

    /// Brings the answer back from the trash. Returns the new version.
    ///
    /// # Errors
    /// [`StoreError::Stale`], [`StoreError::NoSuchAnswer`], [`StoreError::QuestionAnswered`] when the question got
    /// another answer meanwhile.
    pub fn restore(
        &self,
        answer: AnswerId,
        expected_version: u32,
        now: Timestamp,
    ) -> Result<u32, StoreError> {
        let current = self.current_answer(answer, expected_version)?;
        if current.trashed_at.is_some() {
            self.refuse_second_answer(&current.question_id)?;
        }
        self.set_trashed(&current, None, now)
    }

    /// Deletes the answer with its takes, card and reviews. Only a backup brings it back.
    ///
    /// # Errors
    /// [`StoreError::Stale`], [`StoreError::NoSuchAnswer`].
    pub fn delete_forever(&self, answer: AnswerId, expected_version: u32) -> Result<(), StoreError> {
        self.current_answer(answer, expected_version)?;
        self.conn().prepare_cached("DELETE FROM answers WHERE id = ?1")?.execute([answer])?;
        Ok(())
    }

    fn set_trashed(&self, answer: &Answer, at: Option<Timestamp>, now: Timestamp) -> Result<u32, StoreError> {
        self.conn()
            .prepare_cached(
                "UPDATE answers SET trashed_at = ?2, version = version + 1, updated_at = ?3 WHERE id = ?1",
            )?
            .execute(params![answer.id, at.map(Millis), Millis(now)])?;
        Ok(answer.version + 1)
    }

    fn refuse_second_answer(&self, question_id: &str) -> Result<(), StoreError> {
        match self.answer_by_question(question_id)? {
            Some(Answer { id: answer, .. }) => Err(StoreError::QuestionAnswered { answer }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
