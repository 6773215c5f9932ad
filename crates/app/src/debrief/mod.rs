//! What a mock interview came to: its debrief, and what is done with it.
//!
//! Everything but the use cases is pure: from a mock as it was held ([`held::Held`]) to figures and sentences.
//!
//! | file | |
//! | --- | --- |
//! | `held.rs`, `hearing.rs` | a mock as it was held, read from its events and answers |
//! | `figures.rs`, `comparison.rs` | means and counts; which mock it is compared with |
//! | `questions.rs`, `written_down.rs`, `quote.rs` | each answer, and what an interviewer would write down of it |
//! | `headline.rs`, `time_spent.rs` | what it comes to, and where the time went, in sentences |
//! | `to_review.rs` | sending answers to review, and what that costs |
//! | `export/` | a debrief as Markdown, HTML and JSON |

mod comparison;
mod export;
mod figures;
mod headline;
mod hearing;
mod held;
mod questions;
pub(crate) mod quote;
mod time_spent;
mod to_review;
mod written_down;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

use held::Held;
use jiff::Timestamp;
use store::{Mock, MockId, MockState, StoreError};

use crate::{
    App, AppError,
    mock_room::mock_row,
    rows::{id, millis, mock_id},
    view::{Debrief, MockPoint, MockRow, MockSetup},
};

impl App {
    /// The debrief of a mock that has ended. One that was deleted still has its own, so that deleting can be undone.
    ///
    /// # Errors
    /// When there is no such mock, or it is still under way: nothing of it is told before its end.
    pub fn debrief(&mut self, mock: u32) -> Result<Debrief, AppError> {
        let mock = self.ended_mock(mock)?;
        let ended = self.store.ended_mocks()?;
        let before = match comparison::compared_with(&mock, &ended) {
            Some(other) => Some((mock_row(other), self.heard(&self.store.mock(other.id)?)?.1)),
            None => None,
        };
        let (setup, held) = self.heard(&mock)?;
        Ok(debrief_of(&mock, setup, &held, before, comparison::so_far(&mock, &ended)))
    }

    /// Takes mocks out of the list, all or none. Their answers stay.
    ///
    /// # Errors
    /// When one is not there or has not ended.
    pub fn delete_mocks(&mut self, ids: &[u32]) -> Result<(), AppError> {
        let now = self.clock.now();
        Ok(self.store.write(|tx| tx.delete_mocks(&mock_ids(ids), now))?)
    }

    /// The undo of deleting.
    ///
    /// # Errors
    /// When one is not there.
    pub fn restore_mocks(&mut self, ids: &[u32]) -> Result<(), AppError> {
        let now = self.clock.now();
        Ok(self.store.write(|tx| tx.restore_mocks(&mock_ids(ids), now))?)
    }

    /// A mock of which something may be told.
    fn ended_mock(&self, mock: u32) -> Result<Mock, AppError> {
        let mock = self.store.mock(mock_id(mock))?;
        match mock.state {
            MockState::Ended => Ok(mock),
            MockState::UnderWay => Err(StoreError::MockUnderWay(mock.id).into()),
        }
    }
}

fn mock_ids(ids: &[u32]) -> Vec<MockId> {
    ids.iter().map(|id| mock_id(*id)).collect()
}

/// The debrief of a mock as it was held.
fn debrief_of(
    mock: &Mock,
    setup: MockSetup,
    held: &Held,
    before: Option<(MockRow, Held)>,
    so_far: Vec<MockPoint>,
) -> Debrief {
    let (compared_with, held_before) = before.unzip();
    let held_before = held_before.as_ref();
    let ended_at: Timestamp = mock.ended_at.unwrap_or(mock.started_at);
    Debrief {
        id: id(mock.id.0),
        name: mock.name.clone(),
        day: mock.day.to_string(),
        started_at: millis(mock.started_at),
        ended_at: millis(ended_at),
        setup,
        score: figures::score(held),
        headline: headline::headline(held),
        rounds: figures::rounds(held),
        questions: questions::questions(held),
        dimensions: figures::dimensions(held, held_before),
        compared_with,
        so_far,
        across: figures::across(held, held_before),
        where_time_went: time_spent::where_time_went(held),
    }
}
