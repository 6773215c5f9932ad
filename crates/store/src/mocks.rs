//! The tables `mocks`, `mock_events` and `mock_slots`: mock interviews, what happened in them, and their answers.
//!
//! Set-up, plan and events are JSON that this crate hands on as it is.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{OptionalExtension, params};

use crate::column::{Day, Millis, row_id, text_enum};
use crate::error::{Row, StoreError};
use crate::takes::{self, Take, TakeId};
use crate::transaction::{Reads, Tx};

row_id! {
    /// Names a mock interview; never reused.
    MockId
}

text_enum! {
    /// How far a mock is.
    MockState {
        /// Begun, and not ended; it may be standing still.
        UnderWay = "under_way",
        /// Over, to its end or before.
        Ended = "ended",
    }
}

/// A mock interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mock {
    /// Its id.
    pub id: MockId,
    /// What it is called.
    pub name: String,
    /// The loop it was made from; none for a set-up of the user's own.
    pub loop_id: Option<String>,
    /// What was chosen, as JSON.
    pub setup: String,
    /// Its rounds with their questions, as JSON.
    pub plan: String,
    /// Under way or ended.
    pub state: MockState,
    /// The day it was begun.
    pub day: Date,
    /// Questions in all.
    pub questions: u32,
    /// Events stored; guards against stale writes.
    pub events: u32,
    /// When it was begun.
    pub started_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Since when it is deleted; it can be brought back.
    pub deleted_at: Option<Timestamp>,
}

/// A mock to begin.
#[derive(Debug, Clone)]
pub struct NewMock<'a> {
    /// What it is called.
    pub name: &'a str,
    /// The loop it is made from.
    pub loop_id: Option<&'a str>,
    /// What was chosen, as JSON.
    pub setup: &'a str,
    /// Its rounds with their questions, as JSON.
    pub plan: &'a str,
    /// Today.
    pub day: Date,
    /// Questions in all.
    pub questions: u32,
}

/// Something that happened in a mock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MockEvent {
    /// Its place among the events of its mock, from 1, without gaps.
    pub seq: u32,
    /// When it was stored.
    pub at: Timestamp,
    /// What happened, as JSON.
    pub body: String,
}

/// The answer given in a slot.
#[derive(Debug, Clone, PartialEq)]
pub struct MockAnswer {
    /// The slot, from 0.
    pub slot: u32,
    /// The take it was given in, a draft while it is being given; none when it was deleted since.
    pub take: Option<Take>,
}

/// An ended mock in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedMock {
    /// Its id.
    pub id: MockId,
    /// What it is called.
    pub name: String,
    /// The loop it was made from.
    pub loop_id: Option<String>,
    /// The day it was begun.
    pub day: Date,
    /// When it was begun.
    pub started_at: Timestamp,
    /// When it ended.
    pub ended_at: Timestamp,
    /// Questions in all.
    pub questions: u32,
    /// Questions answered, deleted answers included.
    pub answered: u32,
    /// Mean score of its scored answers, 0–100, rounded to the nearest; none when there is none.
    pub score: Option<u8>,
}

const COLUMNS: &str =
    "id, name, loop_id, setup, plan, state, day, questions, events, started_at, ended_at, deleted_at";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Mock> {
    Ok(Mock {
        id: row.get(0)?,
        name: row.get(1)?,
        loop_id: row.get(2)?,
        setup: row.get(3)?,
        plan: row.get(4)?,
        state: row.get(5)?,
        day: row.get::<_, Day>(6)?.0,
        questions: row.get(7)?,
        events: row.get(8)?,
        started_at: row.get::<_, Millis>(9)?.0,
        ended_at: row.get::<_, Option<Millis>>(10)?.map(|Millis(at)| at),
        deleted_at: row.get::<_, Option<Millis>>(11)?.map(|Millis(at)| at),
    })
}

impl Reads {
    /// The mock with this id, deleted or not.
    ///
    /// # Errors
    /// [`StoreError::NoSuchMock`].
    pub fn mock(&self, id: MockId) -> Result<Mock, StoreError> {
        self.conn()
            .prepare_cached(&format!("SELECT {COLUMNS} FROM mocks WHERE id = ?1"))?
            .query_one([id], read)
            .optional()?
            .ok_or(StoreError::NoSuchMock(id))
    }

    /// The mock that was begun and has not ended. There is one at most.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn mock_under_way(&self) -> Result<Option<Mock>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM mocks WHERE state = 'under_way'");
        Ok(self.conn().prepare_cached(&sql)?.query_one([], read).optional()?)
    }

    /// The mocks that have ended and are not deleted, the latest first.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn ended_mocks(&self) -> Result<Vec<EndedMock>, StoreError> {
        let mut statement = self.conn().prepare_cached(
            "SELECT m.id, m.name, m.loop_id, m.day, m.started_at, m.ended_at, m.questions, count(s.slot),
                cast(round(avg(t.score)) AS INTEGER)
             FROM mocks m LEFT JOIN mock_slots s ON s.mock_id = m.id
                LEFT JOIN takes t ON t.id = s.take_id AND t.state = 'finished'
             WHERE m.state = 'ended' AND m.deleted_at IS NULL
             GROUP BY m.id ORDER BY m.started_at DESC, m.id DESC",
        )?;
        let mocks = statement
            .query_map([], |row| {
                Ok(EndedMock {
                    id: row.get(0)?,
                    name: row.get(1)?,
                    loop_id: row.get(2)?,
                    day: row.get::<_, Day>(3)?.0,
                    started_at: row.get::<_, Millis>(4)?.0,
                    ended_at: row.get::<_, Millis>(5)?.0,
                    questions: row.get(6)?,
                    answered: row.get(7)?,
                    score: row.get(8)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(mocks)
    }

    /// What was chosen for every mock so far, deleted ones too, as JSON; the latest first.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn mock_setups(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.conn().prepare_cached("SELECT setup FROM mocks ORDER BY id DESC")?;
        let setups = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(setups)
    }

    /// Everything that happened in a mock, in order; nothing for a mock that is not there.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn mock_events(&self, mock: MockId) -> Result<Vec<MockEvent>, StoreError> {
        let sql = "SELECT seq, at, body FROM mock_events WHERE mock_id = ?1 ORDER BY seq";
        let mut statement = self.conn().prepare_cached(sql)?;
        let events = statement
            .query_map([mock], |row| {
                Ok(MockEvent { seq: row.get(0)?, at: row.get::<_, Millis>(1)?.0, body: row.get(2)? })
            })?
            .collect::<Result<_, _>>()?;
        Ok(events)
    }

    /// The answers given in a mock, by slot. Slots that were skipped or not reached have none.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn mock_answers(&self, mock: MockId) -> Result<Vec<MockAnswer>, StoreError> {
        let sql = format!(
            "SELECT {}, s.slot AS slot, t.id IS NOT NULL AS there FROM mock_slots s LEFT JOIN takes t ON t.id = s.take_id
             WHERE s.mock_id = ?1 ORDER BY s.slot",
            takes::COLUMNS
        );
        let mut statement = self.conn().prepare_cached(&sql)?;
        let answers = statement
            .query_map([mock], |row| {
                let there: bool = row.get("there")?;
                Ok(MockAnswer { slot: row.get("slot")?, take: there.then(|| takes::read(row)).transpose()? })
            })?
            .collect::<Result<_, _>>()?;
        Ok(answers)
    }

    /// The answer given in one slot of a mock.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn mock_answer(&self, mock: MockId, slot: u32) -> Result<Option<MockAnswer>, StoreError> {
        Ok(self.mock_answers(mock)?.into_iter().find(|answer| answer.slot == slot))
    }

    /// Passes when the mock is under way and has so many events.
    fn expect_under_way(&self, mock: MockId, expected_events: u32) -> Result<(), StoreError> {
        match self.mock(mock)? {
            Mock { state: MockState::Ended, .. } => Err(StoreError::MockEnded(mock)),
            Mock { events: found, .. } if found != expected_events => {
                Err(StoreError::Stale { row: Row::Mock, expected: expected_events, found })
            }
            _ => Ok(()),
        }
    }
}

impl Tx<'_> {
    /// Begins a mock, without events.
    ///
    /// # Errors
    /// [`StoreError::MockUnderWay`] while another one has not ended.
    pub fn insert_mock(&self, new: &NewMock<'_>, now: Timestamp) -> Result<MockId, StoreError> {
        if let Some(Mock { id: mock, .. }) = self.mock_under_way()? {
            return Err(StoreError::MockUnderWay(mock));
        }
        self.conn()
            .prepare_cached(
                "INSERT INTO mocks (name, loop_id, setup, plan, state, day, questions, started_at, updated_at)
                 VALUES (?1, ?2, ?3, ?4, 'under_way', ?5, ?6, ?7, ?7)",
            )?
            .execute(params![
                new.name,
                new.loop_id,
                new.setup,
                new.plan,
                Day(new.day),
                new.questions,
                Millis(now)
            ])?;
        Ok(MockId(self.conn().last_insert_rowid()))
    }

    /// Stores what happened next in a mock. Returns how many events there are now.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when there are not `expected_events` of them, [`StoreError::MockEnded`],
    /// [`StoreError::NoSuchMock`].
    pub fn append_mock_event(
        &self,
        mock: MockId,
        expected_events: u32,
        body: &str,
        now: Timestamp,
    ) -> Result<u32, StoreError> {
        self.expect_under_way(mock, expected_events)?;
        let seq = expected_events + 1;
        self.conn()
            .prepare_cached("INSERT INTO mock_events (mock_id, seq, at, body) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![mock, seq, Millis(now), body])?;
        self.conn()
            .prepare_cached("UPDATE mocks SET events = ?2, updated_at = ?3 WHERE id = ?1")?
            .execute(params![mock, seq, Millis(now)])?;
        Ok(seq)
    }

    /// Says in which take the question of a slot is answered, in place of another one if there was one.
    ///
    /// # Errors
    /// [`StoreError::NoSuchMock`], [`StoreError::NoSuchTake`].
    pub fn set_mock_answer(&self, mock: MockId, slot: u32, take: TakeId) -> Result<(), StoreError> {
        self.mock(mock)?;
        self.take(take)?;
        self.conn()
            .prepare_cached(
                "INSERT INTO mock_slots (mock_id, slot, take_id) VALUES (?1, ?2, ?3)
                 ON CONFLICT (mock_id, slot) DO UPDATE SET take_id = ?3",
            )?
            .execute(params![mock, slot, take])?;
        Ok(())
    }

    /// Takes the answer of a slot out of a mock; its take stays as it is. Twice is once.
    ///
    /// # Errors
    /// Only when the file cannot be written.
    pub fn remove_mock_answer(&self, mock: MockId, slot: u32) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("DELETE FROM mock_slots WHERE mock_id = ?1 AND slot = ?2")?
            .execute(params![mock, slot])?;
        Ok(())
    }

    /// Ends a mock, for ever.
    ///
    /// # Errors
    /// [`StoreError::MockEnded`] when it had, [`StoreError::NoSuchMock`].
    pub fn end_mock(&self, mock: MockId, now: Timestamp) -> Result<(), StoreError> {
        if self.mock(mock)?.state == MockState::Ended {
            return Err(StoreError::MockEnded(mock));
        }
        self.conn()
            .prepare_cached("UPDATE mocks SET state = 'ended', ended_at = ?2, updated_at = ?2 WHERE id = ?1")?
            .execute(params![mock, Millis(now)])?;
        Ok(())
    }

    /// Takes ended mocks out of the list. Their answers stay, and [`Tx::restore_mocks`] brings them back. Twice is once.
    ///
    /// # Errors
    /// [`StoreError::NoSuchMock`]; [`StoreError::MockUnderWay`] for one that has not ended. None is deleted then.
    pub fn delete_mocks(&self, mocks: &[MockId], now: Timestamp) -> Result<(), StoreError> {
        for &mock in mocks {
            if self.mock(mock)?.state == MockState::UnderWay {
                return Err(StoreError::MockUnderWay(mock));
            }
        }
        for mock in mocks {
            self.conn()
                .prepare_cached(
                    "UPDATE mocks SET deleted_at = ?2, updated_at = ?2 WHERE id = ?1 AND deleted_at IS NULL",
                )?
                .execute(params![mock, Millis(now)])?;
        }
        Ok(())
    }

    /// Brings deleted mocks back. Twice is once.
    ///
    /// # Errors
    /// [`StoreError::NoSuchMock`]. None is brought back then.
    pub fn restore_mocks(&self, mocks: &[MockId], now: Timestamp) -> Result<(), StoreError> {
        for &mock in mocks {
            self.mock(mock)?;
        }
        for mock in mocks {
            self.conn()
                .prepare_cached(
                    "UPDATE mocks SET deleted_at = NULL, updated_at = ?2 WHERE id = ?1 AND deleted_at IS NOT NULL",
                )?
                .execute(params![mock, Millis(now)])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
