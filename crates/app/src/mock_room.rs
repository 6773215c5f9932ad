//! The Mock room before a mock: the loops, what waits to be gone on with, and the mocks so far.

use std::collections::HashSet;

use crate::{
    App, AppError,
    mock_now::place,
    mock_setup::LAST_SEED,
    reviewing::count,
    rows::{id, millis},
    view::{MockRoom, MockRow, MockSetup, MockUnderWay},
};

impl App {
    /// What the room shows before a mock.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn mock_room(&mut self) -> Result<MockRoom, AppError> {
        // A set-up that another version wrote is one the less to choose from.
        let setups: Vec<MockSetup> =
            self.store.mock_setups()?.iter().filter_map(|setup| serde_json::from_str(setup).ok()).collect();
        let answered = self.store.answered_questions()?;
        let suspended = self.store.suspended_questions()?;
        let in_bank = |id: &&String| self.bank.get(&id.as_str().into()).is_some();
        Ok(MockRoom {
            answered: count(answered.iter().filter(in_bank).count()),
            bank: count(self.bank.all().len() - suspended.iter().filter(in_bank).count()),
            seed: unused_seed(&setups),
            custom: setups.into_iter().find(|setup| setup.loop_id.is_none()),
            under_way: self.mock_under_way()?,
            earlier: self.store.ended_mocks()?.iter().map(mock_row).collect(),
            loops: self.loops()?,
        })
    }

    fn mock_under_way(&self) -> Result<Option<MockUnderWay>, AppError> {
        let Some(mock) = self.store.mock_under_way()? else { return Ok(None) };
        let (name, _, state) = self.stored_mock(mock.id)?;
        Ok(Some(MockUnderWay {
            id: id(mock.id.0),
            name,
            started_at: millis(mock.started_at),
            place: place(&state),
        }))
    }
}

/// A mock in a list.
pub(crate) fn mock_row(mock: &store::EndedMock) -> MockRow {
    MockRow {
        id: id(mock.id.0),
        name: mock.name.clone(),
        day: mock.day.to_string(),
        score: mock.score.map(u32::from),
        answered: mock.answered,
        questions: mock.questions,
    }
}

/// A seed that no mock had; when all were used, any. The same as long as no other mock begins. Seeds that follow each
/// other are nothing to remember, so they are spread: a step without a common divisor with 10,000 meets each once.
fn unused_seed(setups: &[MockSetup]) -> u32 {
    const STEP: u32 = 6_607;
    let used: HashSet<u32> = setups.iter().map(|setup| setup.seed).collect();
    let seeds = LAST_SEED + 1;
    let tried = (1..=seeds).map(|turn| (count(setups.len()) + turn) % seeds * STEP % seeds);
    tried.into_iter().find(|seed| !used.contains(seed)).unwrap_or(STEP)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::mock_setup;

    #[test]
    fn seeds_are_new_as_long_as_there_are_any() {
        let mut setups: Vec<MockSetup> = Vec::new();
        for _ in 0..200 {
            let seed = unused_seed(&setups);
            assert!(seed <= LAST_SEED && setups.iter().all(|setup| setup.seed != seed), "{seed}");
            setups.push(MockSetup { seed, ..mock_setup() });
        }
        let all: Vec<_> = (0..=LAST_SEED).map(|seed| MockSetup { seed, ..mock_setup() }).collect();
        assert!(unused_seed(&all) <= LAST_SEED);
        assert_ne!(unused_seed(&all[1..]), 1);
        assert_eq!(unused_seed(&all[1..]), 0);
    }
}
