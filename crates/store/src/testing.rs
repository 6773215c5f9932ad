//! A store in a folder of its own, and short ways to fill it.

use std::ops::{Deref, DerefMut};

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use crate::{
    AnswerId, DataDir, Finish, Medium, NewAnswer, NewTake, Scored, Source, Store, StoreError, TakeId, Tx,
    open,
};

/// Noon on a Tuesday.
pub(crate) fn noon() -> Timestamp {
    "2026-03-10T12:00:00Z".parse().unwrap()
}

/// Minutes after [`noon`].
pub(crate) fn minute(minutes: i64) -> Timestamp {
    noon() + SignedDuration::from_mins(minutes)
}

pub(crate) struct TestStore {
    store: Store,
    _home: TempDir,
}

impl TestStore {
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let store = open(&DataDir::new(home.path()), noon()).unwrap().into_store();
        TestStore { store, _home: home }
    }

    /// A transaction that is expected to succeed.
    #[track_caller]
    pub(crate) fn run<T>(&mut self, work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> T {
        self.store.write(work).unwrap()
    }

    pub(crate) fn answer_to(&mut self, question_id: &str) -> AnswerId {
        if let Some(answer) = self.answer_by_question(question_id).unwrap() {
            return answer.id;
        }
        let new = new_answer(question_id);
        self.run(|tx| tx.insert_answer(&new, noon()))
    }

    pub(crate) fn draft(&mut self, question_id: &str) -> TakeId {
        let answer_id = self.answer_to(question_id);
        self.run(|tx| tx.insert_take(&new_take(answer_id), noon())).id
    }

    /// A finished take on the question, at [`noon`], after 90 seconds.
    pub(crate) fn finished_take(&mut self, question_id: &str, text: &str) -> TakeId {
        self.finished_at(question_id, text, noon(), Scored::default())
    }

    pub(crate) fn finished_at(
        &mut self,
        question_id: &str,
        text: &str,
        at: Timestamp,
        scored: Scored,
    ) -> TakeId {
        let take = self.draft(question_id);
        self.run(|tx| tx.finish_take(take, 0, &Finish { text, elapsed_ms: 90_000, scored }, at));
        take
    }

    /// Passes when the search index holds exactly what can be found.
    #[track_caller]
    pub(crate) fn assert_index_in_step(&self) {
        self.store
            .connection()
            .execute_batch("INSERT INTO takes_fts (takes_fts, rank) VALUES ('integrity-check', 1)")
            .unwrap();
    }
}

pub(crate) fn new_answer(question_id: &str) -> NewAnswer<'_> {
    NewAnswer {
        question_id,
        prompt: "Tell me about a risk you found before it hurt anyone.",
        competency: "dependencies-and-risk",
        level: "senior",
        mode: "behavioural",
    }
}

pub(crate) fn new_take(answer_id: AnswerId) -> NewTake<'static> {
    NewTake { answer_id, medium: Medium::Typed, source: Source::Practice, text: "", budget_ms: 180_000 }
}

pub(crate) fn scored(score: u8) -> Scored {
    Scored { score: Some(score), ..Scored::default() }
}

impl Deref for TestStore {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}

impl DerefMut for TestStore {
    fn deref_mut(&mut self) -> &mut Store {
        &mut self.store
    }
}
