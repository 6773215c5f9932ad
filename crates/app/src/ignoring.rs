//! Leaving a finding out of one take, and bringing it back.

use store::IgnoredFinding;

use crate::{
    App, AppError,
    checking::{check_text, ignored_spans},
    offsets::byte_of_utf16,
    rows::take_id,
    taking::scored,
    view::{CheckView, IgnoredMark},
};

impl App {
    /// Leaves one finding out of one take; its score is what it is without it.
    ///
    /// # Errors
    /// When there is no such take.
    pub fn ignore_finding(&mut self, take: u32, mark: &IgnoredMark) -> Result<CheckView, AppError> {
        self.change_ignored(take, mark, true)
    }

    /// Brings an ignored finding back.
    ///
    /// # Errors
    /// When there is no such take.
    pub fn restore_finding(&mut self, take: u32, mark: &IgnoredMark) -> Result<CheckView, AppError> {
        self.change_ignored(take, mark, false)
    }

    fn change_ignored(&mut self, take: u32, mark: &IgnoredMark, ignore: bool) -> Result<CheckView, AppError> {
        let take = self.store.take(take_id(take))?;
        let byte = |utf16| u32::try_from(byte_of_utf16(&take.text, utf16)).unwrap_or(u32::MAX);
        let finding = IgnoredFinding {
            take_id: take.id,
            rule: mark.rule.clone(),
            span: byte(mark.start)..byte(mark.end),
            text: mark.text.clone(),
        };
        let answer = self.store.answer(take.answer_id)?;
        let mode = self.question_of(&answer).mode;
        let (checker, level) = (&self.checker, self.settings.level);
        self.store.write(|tx| {
            if ignore {
                tx.ignore_finding(&finding)?;
            } else {
                tx.unignore_finding(&finding)?;
            }
            // Lists and trends show the score without it too.
            let ignored = ignored_spans(tx, take.id)?;
            tx.rescore_take(take.id, &scored(&check_text(checker, &take.text, mode, level, &ignored)))
        })?;
        self.check_of(&take)
    }
}
