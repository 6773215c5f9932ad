//! The table `cards`: when an answer is asked again.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::answers::AnswerId;
use crate::column::{Day, Millis, text_enum};
use crate::error::{Row, StoreError};
use crate::transaction::{Reads, Tx};

text_enum! {
    /// Whether a card takes part in review.
    CardState {
        /// It does.
        Active = "active",
        /// Not before a certain day.
        Buried = "buried",
        /// Not until the user says so.
        Suspended = "suspended",
    }
}

/// An answer's place in review.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The answer.
    pub answer_id: AnswerId,
    /// What is known of the memory; nothing before the first grade.
    pub memory: Option<Memory>,
    /// The day from which it is due.
    pub due_day: Date,
    /// How often it was graded.
    pub reps: u32,
    /// How often it was forgotten after it had been known.
    pub lapses: u32,
    /// Active, buried or suspended.
    pub state: CardState,
    /// While buried: the first day on which it takes part again.
    pub buried_until: Option<Date>,
    /// Grows by one with each change; guards against stale writes. [`Tx::update_card`] counts, not the caller.
    pub version: u32,
    /// When the answer was sent to review.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub created_at: Timestamp,
}

impl Card {
    /// Whether two are the same but for how often they were changed.
    #[must_use]
    pub fn is_as(&self, other: &Card) -> bool {
        *self == Card { version: self.version, ..other.clone() }
    }
}

/// The memory of an answer after its last grade.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Memory {
    /// Days until recall falls to 90 %; above 0.
    pub stability: f64,
    /// From 1, easy, to 10, hard.
    pub difficulty: f64,
    /// The day of the last grade.
    pub last_day: Date,
}

/// A card with what a list or a plan needs of its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct CardWithAnswer {
    /// The card.
    pub card: Card,
    /// The question's id.
    pub question_id: String,
    /// The question's words.
    pub prompt: String,
    /// The question's competency.
    pub competency: String,
    /// How long the last finished take was meant to take, in milliseconds.
    pub budget_ms: Option<u32>,
    /// How long the last five finished takes took, in milliseconds, the newest first; those without a time left out.
    pub times_ms: Vec<u32>,
}

const COLUMNS: &str =
    "c.answer_id, c.stability, c.difficulty, c.last_day, c.due_day, c.reps, c.lapses, c.state,
    c.buried_until, c.version, c.created_at";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Card> {
    let memory = match (row.get(1)?, row.get(2)?, row.get(3)?) {
        (Some(stability), Some(difficulty), Some(Day(last_day))) => {
            Some(Memory { stability, difficulty, last_day })
        }
        _ => None,
    };
    Ok(Card {
        answer_id: row.get(0)?,
        memory,
        due_day: row.get::<_, Day>(4)?.0,
        reps: row.get(5)?,
        lapses: row.get(6)?,
        state: row.get(7)?,
        buried_until: row.get::<_, Option<Day>>(8)?.map(|Day(day)| day),
        version: row.get(9)?,
        created_at: row.get::<_, Millis>(10)?.0,
    })
}

/// "90000,60000" as numbers.
fn times(listed: Option<&str>) -> Vec<u32> {
    listed.into_iter().flat_map(|listed| listed.split(',')).filter_map(|time| time.parse().ok()).collect()
}

impl Reads {
    /// The card of an answer.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn card(&self, answer: AnswerId) -> Result<Option<Card>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM cards c WHERE c.answer_id = ?1");
        Ok(self.conn().prepare_cached(&sql)?.query_one([answer], read).optional()?)
    }

    /// Every card, in the order of their answers; answers in the trash left out.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn all_cards(&self) -> Result<Vec<CardWithAnswer>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, a.question_id, a.prompt, a.competency, a.last_budget_ms, a.last_times
             FROM cards c JOIN answers a ON a.id = c.answer_id
             WHERE a.trashed_at IS NULL ORDER BY c.answer_id"
        );
        let mut statement = self.conn().prepare_cached(&sql)?;
        let cards = statement
            .query_map([], |row| {
                Ok(CardWithAnswer {
                    card: read(row)?,
                    question_id: row.get(11)?,
                    prompt: row.get(12)?,
                    competency: row.get(13)?,
                    budget_ms: row.get(14)?,
                    times_ms: times(row.get_ref(15)?.as_str_or_null()?),
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(cards)
    }

    /// How many cards are due on each day from `from` to `to`, both included; suspended ones and answers in the trash left
    /// out.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn due_by_day(&self, from: Date, to: Date) -> Result<HashMap<Date, u32>, StoreError> {
        let mut statement = self.conn().prepare_cached(
            "SELECT c.due_day, count(*) FROM cards c JOIN answers a ON a.id = c.answer_id
             WHERE c.due_day BETWEEN ?1 AND ?2 AND c.state <> 'suspended' AND a.trashed_at IS NULL
             GROUP BY c.due_day",
        )?;
        let days = statement
            .query_map([Day(from), Day(to)], |row| Ok((row.get::<_, Day>(0)?.0, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(days)
    }
}

impl Tx<'_> {
    /// Sends an answer to review, with the card exactly as given.
    ///
    /// # Errors
    /// [`StoreError::CardExists`], [`StoreError::NoSuchAnswer`].
    pub fn insert_card(&self, card: &Card) -> Result<(), StoreError> {
        self.answer(card.answer_id)?;
        if self.card(card.answer_id)?.is_some() {
            return Err(StoreError::CardExists(card.answer_id));
        }
        self.put_card(card)
    }

    /// Changes a card. Returns it as stored: with the version after `expected_version`, whatever `card` carries.
    ///
    /// # Errors
    /// [`StoreError::Stale`], [`StoreError::NoSuchCard`].
    pub fn update_card(&self, card: &Card, expected_version: u32) -> Result<Card, StoreError> {
        let found = self.card(card.answer_id)?.ok_or(StoreError::NoSuchCard(card.answer_id))?.version;
        if found != expected_version {
            return Err(StoreError::Stale { row: Row::Card, expected: expected_version, found });
        }
        let card = Card { version: found + 1, ..card.clone() };
        self.put_card(&card)?;
        Ok(card)
    }

    /// Takes an answer out of review. Its log stays.
    ///
    /// # Errors
    /// [`StoreError::NoSuchCard`].
    pub fn delete_card(&self, answer: AnswerId) -> Result<(), StoreError> {
        match self.conn().prepare_cached("DELETE FROM cards WHERE answer_id = ?1")?.execute([answer])? {
            0 => Err(StoreError::NoSuchCard(answer)),
            _ => Ok(()),
        }
    }

    /// Writes every column as given; the one way into the table, for undo has to restore exactly.
    pub(crate) fn put_card(&self, card: &Card) -> Result<(), StoreError> {
        let memory = card.memory.as_ref();
        self.conn()
            .prepare_cached(
                "INSERT INTO cards (answer_id, stability, difficulty, last_day, due_day, reps, lapses, state,
                    buried_until, version, created_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                 ON CONFLICT (answer_id) DO UPDATE SET stability = ?2, difficulty = ?3, last_day = ?4, due_day = ?5,
                    reps = ?6, lapses = ?7, state = ?8, buried_until = ?9, version = ?10, created_at = ?11",
            )?
            .execute(params![
                card.answer_id,
                memory.map(|memory| memory.stability),
                memory.map(|memory| memory.difficulty),
                memory.map(|memory| Day(memory.last_day)),
                Day(card.due_day),
                card.reps,
                card.lapses,
                card.state,
                card.buried_until.map(Day),
                card.version,
                Millis(card.created_at),
            ])?;
        Ok(())
    }
}

#[cfg(test)]
pub(crate) mod tests;
