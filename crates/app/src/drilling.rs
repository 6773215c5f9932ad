//! Drills: weak sentences of the user's own, said again as the owner and checked on the spot.

use crate::{
    App, AppError,
    view::{DrillChecked, DrillPut, DrillQueue, DrillTry},
};

impl App {
    /// The sentences to say again today, in order.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn drill_queue(&mut self) -> Result<DrillQueue, AppError> {
        todo!()
    }

    /// Checks a try and stores it; the drill gets its next day.
    ///
    /// # Errors
    /// Stale when the drill changed since the window saw it.
    pub fn check_drill(&mut self, _said: &DrillTry) -> Result<DrillChecked, AppError> {
        todo!()
    }

    /// Takes a try back: the drill is again exactly what it was.
    ///
    /// # Errors
    /// When the drill was tried again since.
    pub fn undo_drill(&mut self, _log_id: u32) -> Result<DrillQueue, AppError> {
        todo!()
    }

    /// Puts the words of a try into the answer, as a new take.
    ///
    /// # Errors
    /// When the sentence does not stand in the latest take any more.
    pub fn put_drill(&mut self, _log_id: u32) -> Result<DrillPut, AppError> {
        todo!()
    }

    /// Leaves a sentence out of drills, or lets it back in.
    ///
    /// # Errors
    /// When it is not there any more.
    pub fn suspend_drill(&mut self, _drill_id: u32, _on: bool) -> Result<DrillQueue, AppError> {
        todo!()
    }
}

/// What drills ask of a day.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct DrillLoad {
    pub(crate) due: u32,
    pub(crate) minutes: f32,
    pub(crate) rotation: u32,
}

impl App {
    pub(crate) fn drill_load(&mut self) -> Result<DrillLoad, AppError> {
        Ok(DrillLoad::default())
    }
}
