//! When a story is told too often. Interviewers of one loop compare notes, and a story heard twice counts once
//! (`interview-content.md`: no story told twice).

/// Competencies that one story can answer before it is too many.
pub const MOST_COMPETENCIES: usize = 3;
/// Questions of a mock in which a story has to be told before it can be too many: in a short mock half is soon reached.
pub const SEVERAL_QUESTIONS: usize = 3;

/// A way in which a story is told too often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overuse {
    /// It answers more than [`MOST_COMPETENCIES`].
    Competencies(usize),
    /// It was told in most of a mock.
    Mock {
        /// Questions in which it was told.
        told: usize,
        /// Questions that were answered.
        answered: usize,
    },
}

/// How often a story is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Use {
    /// Different competencies of its answers.
    pub competencies: usize,
    /// Questions of the last mock in which it was told.
    pub told: usize,
    /// Questions of the last mock that were answered.
    pub answered: usize,
}

/// In which ways a story is told too often: for more than three competencies, or in at least half of the last mock and
/// in three of its questions or more.
pub fn overuse(used: Use) -> Vec<Overuse> {
    let Use { competencies, told, answered } = used;
    let mut ways = Vec::new();
    if competencies > MOST_COMPETENCIES {
        ways.push(Overuse::Competencies(competencies));
    }
    if told >= SEVERAL_QUESTIONS && told * 2 >= answered {
        ways.push(Overuse::Mock { told, answered });
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(competencies: usize, told: usize, answered: usize, ways: &[Overuse]) {
        assert_eq!(overuse(Use { competencies, told, answered }), ways);
    }

    #[test]
    fn four_competencies_or_most_of_a_mock_are_too_many() {
        let mock = |told, answered| Overuse::Mock { told, answered };
        check(0, 0, 0, &[]);
        check(3, 2, 2, &[]);
        check(4, 2, 3, &[Overuse::Competencies(4)]);
        check(1, 3, 7, &[]);
        check(1, 3, 6, &[mock(3, 6)]);
        check(5, 3, 3, &[Overuse::Competencies(5), mock(3, 3)]);
    }
}
