//! Drills: weak sentences of the user's own, said again as the owner and checked on the spot.
//!
//! | file | what |
//! | --- | --- |
//! | `gathering.rs` | which sentences of the answers are drills, brought up to date when somebody asks |
//! | `rationing.rs` | which of them are due today, in which order, and when the others come |
//! | `showing.rs` | one of them as the window shows it |
//! | `hearing.rs` | a try, read in its place in the answer |
//! | `trying.rs` | a try judged, stored and scheduled |
//! | `placing.rs` | the words of a try put into the answer |

mod gathering;
mod hearing;
mod placing;
mod rationing;
mod showing;
mod trying;

use gathering::AtOnce;
pub(crate) use rationing::SENTENCE_MINUTES;
use store::{Drill, DrillId, DrillState, TryId};

use crate::{
    App, AppError,
    reviewing::{count, whole_minutes},
    rows::id,
    view::{DrillQueue, LeftOutItem},
};

impl App {
    /// The sentences to say again today, in order.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn drill_queue(&mut self) -> Result<DrillQueue, AppError> {
        let today = self.drills_today(AtOnce::Many)?;
        let next = today.next();
        Ok(DrillQueue {
            minutes: whole_minutes(today.minutes()),
            done_today: count(today.done),
            drills: count(today.rotation()),
            next_due_day: next.map(|(day, _)| day.to_string()),
            next_due_count: next.map_or(0, |(_, coming)| count(coming)),
            undoable: self.undoable_try()?,
            due: self.drill_items(&today.due)?,
            left_out: self.left_out()?,
        })
    }

    /// Takes a try back: the drill is again exactly what it was.
    ///
    /// # Errors
    /// When the drill was tried again since.
    pub fn undo_drill(&mut self, log_id: u32) -> Result<DrillQueue, AppError> {
        let now = self.clock.now();
        self.store.write(|tx| tx.undo_try(TryId(i64::from(log_id)), now))?;
        self.drill_queue()
    }

    /// Leaves a sentence out of drills, or lets it back in. Twice is once.
    ///
    /// # Errors
    /// When it is not there any more.
    pub fn suspend_drill(&mut self, drill_id: u32, on: bool) -> Result<DrillQueue, AppError> {
        let state = if on { DrillState::Suspended } else { DrillState::Active };
        self.store.write(|tx| {
            let drill = tx.drill(DrillId(i64::from(drill_id)))?;
            if drill.state == state {
                return Ok(());
            }
            let version = drill.version;
            tx.update_drill(&Drill { state, ..drill }, version).map(drop)
        })?;
        self.drill_queue()
    }

    fn left_out(&self) -> Result<Vec<LeftOutItem>, AppError> {
        let all = self.store.drills_left_out()?;
        Ok(all
            .into_iter()
            .map(|one| LeftOutItem { drill_id: id(one.id.0), text: one.sentence, prompt: one.prompt })
            .collect())
    }

    /// The last try, unless its drill was changed otherwise since.
    fn undoable_try(&self) -> Result<Option<u32>, AppError> {
        let Some(last) = self.store.last_try()? else { return Ok(None) };
        let current = self.store.drill(last.logged.drill_id)?;
        Ok((current == last.logged.after).then(|| id(last.id.0)))
    }
}
