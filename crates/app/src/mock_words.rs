//! The words given in a slot of a mock interview: one take, in which each part begins at a byte of its own.

use jiff::Timestamp;
use practice::mock::State;
use store::{MockId, NewTake, Reads, Source, StoreError, Take, Tx};

use crate::{
    AppError,
    reviewing::count,
    rows::id,
    taking::{answer_to, new_take, save_words},
    view::{DraftEdit, MockEdit, QuestionView},
};

/// What stands between two parts.
const BETWEEN_PARTS: &str = "\n\n";

/// The words of the slot that is being asked, with those that the window has and the store has not yet.
pub(crate) struct Words<'e> {
    mock: MockId,
    slot: u32,
    /// Where the part being given begins in the take's text, in bytes; 0 while nothing was said before.
    begins: usize,
    /// None while nothing is said.
    take: Option<Take>,
    edit: Option<&'e MockEdit>,
    /// All parts.
    said: String,
}

impl<'e> Words<'e> {
    /// The words of the slot that is being asked, with an edit that is not saved yet.
    ///
    /// # Errors
    /// [`AppError::MockMovedOn`] when the edit belongs to another part; those of reading.
    pub(crate) fn read(
        store: &Reads,
        mock: MockId,
        state: &State,
        edit: Option<&'e MockEdit>,
    ) -> Result<Self, AppError> {
        let (slot, part) = (count(state.slot()), count(state.part()));
        if edit.is_some_and(|edit| !state.is_asking() || (edit.slot, edit.part) != (slot, part)) {
            return Err(AppError::MockMovedOn);
        }
        let begins = state.probes(state.slot()).last().map_or(0, |probe| probe.from);
        let take = store.mock_answer(mock, slot)?.and_then(|answer| answer.take);
        let mut words = Words { mock, slot, begins, take, edit, said: String::new() };
        let saved = words.take.as_ref().map_or("", |take| take.text.as_str());
        words.said = match edit {
            Some(edit) => joined(saved, begins, &edit.text),
            None => saved.to_owned(),
        };
        Ok(words)
    }

    /// Whether the answer was deleted after its first part: what is said now would stand alone as the whole of it.
    pub(crate) fn are_gone(&self) -> bool {
        self.take.is_none() && self.begins > 0
    }

    /// The same without the edit.
    pub(crate) fn without_edit(self) -> Self {
        let said = self.take.as_ref().map(|take| take.text.clone()).unwrap_or_default();
        Words { edit: None, said, ..self }
    }

    /// All parts, as they will be once the question is over.
    pub(crate) fn said(&self) -> &str {
        self.said.trim_end()
    }

    /// Whether there is a word in them.
    pub(crate) fn are_some(&self) -> bool {
        !self.said().is_empty()
    }

    /// Saves what is not saved. The take is begun with the first word. Returns it; none while there is no word.
    pub(crate) fn save(
        &self,
        tx: &Tx<'_>,
        now: Timestamp,
        question: &QuestionView,
        budget_ms: u32,
        elapsed_ms: u32,
    ) -> Result<Option<Take>, AppError> {
        let Some(edit) = self.edit else { return Ok(self.take.clone()) };
        let take = match &self.take {
            Some(take) => take.id,
            None if !self.are_some() => return Ok(None),
            None => {
                let answer = answer_to(tx, question, now)?;
                // One that an earlier mock left behind is put away.
                if let Some(left) = tx.mock_draft_of(answer)? {
                    tx.discard_take(left.id)?;
                }
                let take =
                    tx.insert_take(&NewTake { budget_ms, ..new_take(answer, Source::Mock, 0) }, now)?;
                tx.set_mock_answer(self.mock, self.slot, take.id)?;
                take.id
            }
        };
        let text = self.said.clone();
        let edit = DraftEdit { take_id: id(take.0), revision: edit.revision, text, elapsed_ms };
        save_words(tx, &edit, now)?;
        Ok(Some(tx.take(take)?))
    }

    /// Takes a take without a word out of the mock, for ever.
    pub(crate) fn drop_empty(&self, tx: &Tx<'_>, take: Option<&Take>) -> Result<(), StoreError> {
        tx.remove_mock_answer(self.mock, self.slot)?;
        take.map_or(Ok(()), |take| tx.delete_draft(take.id))
    }
}

/// Puts a draft into the form in which it stays: without white space at its end, and with the time that was used.
pub(crate) fn settled(tx: &Tx<'_>, take: &Take, elapsed_ms: u32, now: Timestamp) -> Result<Take, StoreError> {
    let elapsed_ms = elapsed_ms.max(take.elapsed_ms);
    tx.save_draft(take.id, take.revision, take.text.trim_end(), elapsed_ms, now)?;
    tx.take(take.id)
}

/// Where the next part begins after all that was said.
pub(crate) fn next_part(said: &str) -> usize {
    match said.trim_end() {
        "" => 0,
        said => said.len() + BETWEEN_PARTS.len(),
    }
}

/// A take's text with other words for the part that begins at that byte, the last one.
fn joined(text: &str, begins: usize, part: &str) -> String {
    match text.get(..begins.saturating_sub(BETWEEN_PARTS.len())) {
        Some(before) if !before.is_empty() && part.is_empty() => before.to_owned(),
        Some(before) if !before.is_empty() => [before, BETWEEN_PARTS, part].concat(),
        _ => part.to_owned(),
    }
}

/// The words of the part that begins at that byte, the last one.
pub(crate) fn last_part(text: &str, begins: usize) -> &str {
    text.get(begins..).unwrap_or_default()
}

/// The words of each part, by where they begin. The last one ends where `end` is, or with the text.
pub(crate) fn parts<'t>(text: &'t str, begins: &[usize], end: Option<usize>) -> Vec<&'t str> {
    let ends = begins.iter().skip(1).map(|&begin| Some(begin)).chain([end]);
    begins
        .iter()
        .zip(ends)
        .map(|(&begin, end)| {
            let part = end.and_then(|end| text.get(begin..end)).or_else(|| text.get(begin..));
            part.unwrap_or_default().trim_end()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_cut_where_they_begin() {
        #[track_caller]
        fn check(given: &[&str], whole: &str) {
            let (mut text, mut begins) = (String::new(), Vec::new());
            for part in given {
                let begin = next_part(&text);
                text.truncate(text.trim_end().len());
                assert_eq!(last_part(&text, begin), "", "nothing of the parts before");
                text = joined(&text, begin, "half a thou");
                text = joined(&text, begin, part);
                begins.push(begin);
                assert_eq!(last_part(&text, begin), *part);
            }
            assert_eq!(text.trim_end(), whole);
            let said: Vec<&str> = given.iter().map(|part| part.trim_end()).collect();
            assert_eq!(parts(&text, &begins, None), said);
            assert_eq!(parts(&text, &begins, Some(next_part(&text))), said);
        }
        check(&["I decided."], "I decided.");
        check(
            &["I decided.\n", "Because of refunds 🙂.  ", "It cost a week."],
            "I decided.\n\nBecause of refunds 🙂.\n\nIt cost a week.",
        );
        check(&["קיבלתי החלטה", "قررت"], "קיבלתי החלטה\n\nقررت");
        check(&["I decided.", "", "Then this."], "I decided.\n\nThen this.");
        check(&["", "So it was."], "So it was.");
    }

    #[test]
    fn a_text_that_is_not_the_one_the_parts_were_cut_from_does_no_harm() {
        assert_eq!(parts("short", &[0, 900, 1200], None), ["short", "", ""]);
        assert_eq!(parts("🙂🙂", &[0, 3], None), ["🙂🙂", ""]);
        assert_eq!(last_part("short", 900), "");
    }
}
