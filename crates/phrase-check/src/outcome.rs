//! How a run ended, as a shell sees it.

use std::process::ExitCode;

/// How a run ended; the worse one wins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// Everything was answered.
    #[default]
    Answered,
    /// A text scores below `--fail-under`.
    Below,
    /// Something could not be read; the rest was answered.
    Unread,
}

impl Outcome {
    /// Keeps the worse of the two.
    pub(crate) fn worsen(&mut self, other: Outcome) {
        *self = (*self).max(other);
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Answered => 0,
            Outcome::Below => 1,
            Outcome::Unread => 2,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worse_one_wins() {
        let check = |outcomes: &[Outcome], expected: Outcome| {
            let mut kept = Outcome::default();
            outcomes.iter().for_each(|outcome| kept.worsen(*outcome));
            assert_eq!(kept, expected, "{outcomes:?}");
        };
        check(&[], Outcome::Answered);
        check(&[Outcome::Below, Outcome::Answered], Outcome::Below);
        check(&[Outcome::Unread, Outcome::Below], Outcome::Unread);
    }
}
