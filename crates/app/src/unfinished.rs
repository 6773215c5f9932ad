//! Words that are being typed outside of takes (a drill, a story, a question): kept until they are finished or thrown away,
//! so that a crash loses none of them.

use crate::{App, AppError, view::UnfinishedWords};

/// Longest name of a place, in bytes.
const LONGEST_PLACE: usize = 200;
/// Longest words of a place, in bytes. A story at its limits has some 50,000.
const LONGEST_WORDS: usize = 1_000_000;

impl App {
    /// Keeps what is typed in a place, instead of what was; none at all forgets it.
    ///
    /// # Errors
    /// [`AppError::Invalid`] for a place without a name or words past a megabyte; when they cannot be written.
    pub fn keep_unfinished(&mut self, place: &str, words: &str) -> Result<(), AppError> {
        if place.is_empty() || place.len() > LONGEST_PLACE {
            return Err(AppError::Invalid { what: "The place of the words", right: "1 to 200 letters long" });
        }
        if words.len() > LONGEST_WORDS {
            return Err(AppError::Invalid { what: "What is typed", right: "at most a million letters long" });
        }
        let now = self.clock.now();
        Ok(self.store.write(|tx| tx.set_unfinished_words(place, words, now))?)
    }

    /// What was typed and not finished in the places whose names begin like this.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn unfinished(&mut self, beginning: &str) -> Result<Vec<UnfinishedWords>, AppError> {
        let all = self.store.unfinished_words(beginning)?;
        Ok(all.into_iter().map(|(place, words)| UnfinishedWords { place, words }).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::Bench;

    #[test]
    fn what_is_typed_outlives_the_program() {
        let mut bench = Bench::new();
        bench.app.keep_unfinished("drill:3", "I cut the").unwrap();
        bench.app.keep_unfinished("drill:4", "\u{1F9ED} I held").unwrap();
        let mut bench = bench.restart();
        let there = bench.app.unfinished("drill:").unwrap();
        assert_eq!(
            there.iter().map(|one| &*one.words).collect::<Vec<_>>(),
            ["I cut the", "\u{1F9ED} I held"]
        );
        bench.app.keep_unfinished("drill:3", "").unwrap();
        assert_eq!(bench.app.unfinished("drill:").unwrap().len(), 1);
        assert_eq!(bench.app.unfinished("story:").unwrap(), []);
    }

    #[test]
    fn what_is_no_place_or_too_much_is_refused_and_changes_nothing() {
        let mut bench = Bench::new();
        bench.app.keep_unfinished("story:new", "kept").unwrap();
        assert!(bench.app.keep_unfinished("", "words").is_err());
        assert!(bench.app.keep_unfinished(&"p".repeat(201), "words").is_err());
        assert!(bench.app.keep_unfinished("story:new", &"w".repeat(1_000_001)).is_err());
        assert_eq!(bench.app.unfinished("story:").unwrap()[0].words, "kept");
    }
}
