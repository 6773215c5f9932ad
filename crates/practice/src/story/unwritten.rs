//! What is missing of a story.

/// What is there of a story.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts<'a> {
    /// What was so.
    pub situation: &'a str,
    /// What was one's own part of it.
    pub task: &'a str,
    /// What one did.
    pub action: &'a str,
    /// What came of it.
    pub result: &'a str,
    /// How many numbers it has.
    pub numbers: usize,
}

/// The parts without a word, by name, in the order of the story; "numbers" where there is none.
pub fn unwritten(parts: &Parts<'_>) -> Vec<&'static str> {
    [
        ("situation", parts.situation.trim().is_empty()),
        ("task", parts.task.trim().is_empty()),
        ("action", parts.action.trim().is_empty()),
        ("result", parts.result.trim().is_empty()),
        ("numbers", parts.numbers == 0),
    ]
    .into_iter()
    .filter_map(|(name, missing)| missing.then_some(name))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(parts: Parts<'_>, missing: &[&str]) {
        assert_eq!(unwritten(&parts), missing);
    }

    #[test]
    fn what_has_no_word_is_missing() {
        let whole = Parts { situation: "s", task: "t", action: "a", result: "r", numbers: 1 };
        check(whole, &[]);
        check(Parts { result: " \n\t", ..whole }, &["result"]);
        check(Parts { numbers: 0, task: "", ..whole }, &["task", "numbers"]);
        check(Parts::default(), &["situation", "task", "action", "result", "numbers"]);
    }
}
