//! How likely one part of a story follows another.

use std::sync::LazyLock;

/// The four parts, and an aside, which is none of them.
pub(super) const LABELS: usize = 5;

/// Log-odds of each label: as that of the first statement, and after each label.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Turns {
    pub(super) first: [f32; LABELS],
    pub(super) after: [[f32; LABELS]; LABELS],
}

static BUILTIN: LazyLock<Turns> = LazyLock::new(|| Turns::parse(include_str!("../../../lexicon/turns.txt")));

impl Turns {
    /// What `lexicon/turns.txt` has; its first lines say how.
    pub(super) fn builtin() -> &'static Turns {
        &BUILTIN
    }

    /// A line that is not there, or a figure, says nothing.
    fn parse(text: &str) -> Turns {
        let mut lines = text.lines().filter(|line| !line.starts_with('#')).map(|line| {
            let mut row = [0.0; LABELS];
            for (odds, figure) in row.iter_mut().zip(line.split(' ')) {
                *odds = figure.parse().unwrap_or_default();
            }
            row
        });
        let mut next = || lines.next().unwrap_or_default();
        Turns { first: next(), after: std::array::from_fn(|_| next()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_has_the_odds_after_one_part() {
        let text = "# made\n1 0 0 0 -0.5 first\n2 0 0 0 0 situation\n0 2 0 0 0 task\n0 0 2 0 0 action\n\
                    0 0 0 2 0 result\n0 0 0 0 2 aside\n";
        let after = std::array::from_fn(|from| std::array::from_fn(|to| if from == to { 2.0 } else { 0.0 }));
        assert_eq!(Turns::parse(text), Turns { first: [1.0, 0.0, 0.0, 0.0, -0.5], after });
    }

    #[test]
    fn the_parts_of_a_story_go_on_and_come_in_order() {
        let Turns { first, after } = Turns::builtin();
        for (label, row) in after.iter().enumerate() {
            assert!(row.iter().all(|odds| *odds <= row[label]), "a part goes on: {label} {row:?}");
        }
        let [situation, task, action, result] = [0, 1, 2, 3];
        assert!(first[situation] > first[result], "{first:?}");
        assert!(after[action][result] > after[result][task], "{after:?}");
    }
}
