//! What the output is: how wide, and whether it takes colours.

use std::env;
use std::io::{self, IsTerminal};

use crate::arguments::ColorChoice;

/// The width where nobody says one, in columns.
const USUAL: usize = 80;

/// Longer lines are hard to read.
const WIDEST: usize = 100;

/// Narrower ones hold no note.
const NARROWEST: usize = 30;

/// What can be known about the place where the text appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Terminal {
    /// Columns to wrap at.
    pub(crate) width: usize,
    /// Whether colours are wanted.
    pub(crate) colour: bool,
}

impl Terminal {
    /// Looks at standard output and at the environment.
    pub(crate) fn of(choice: ColorChoice) -> Terminal {
        let variable = |name: &str| env::var(name).ok();
        let real = terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
        Terminal {
            width: width(real, variable("COLUMNS").as_deref()),
            colour: colour(
                choice,
                io::stdout().is_terminal(),
                env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
                variable("TERM").as_deref(),
            ),
        }
    }
}

fn width(real: Option<usize>, columns: Option<&str>) -> usize {
    real.or_else(|| columns?.parse().ok())
        .filter(|width| *width > 0)
        .unwrap_or(USUAL)
        .clamp(NARROWEST, WIDEST)
}

fn colour(choice: ColorChoice, terminal: bool, no_color: bool, term: Option<&str>) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => terminal && !no_color && term != Some("dumb"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_go_to_terminals_that_want_them() {
        let check = |choice, terminal, no_color, term, expected| {
            assert_eq!(
                colour(choice, terminal, no_color, term),
                expected,
                "{choice:?}, terminal {terminal}, NO_COLOR {no_color}, TERM {term:?}"
            );
        };
        check(ColorChoice::Auto, true, false, Some("xterm"), true);
        check(ColorChoice::Auto, true, false, None, true);
        check(ColorChoice::Auto, true, true, Some("xterm"), false);
        check(ColorChoice::Auto, true, false, Some("dumb"), false);
        check(ColorChoice::Auto, false, false, Some("xterm"), false);
        check(ColorChoice::Always, false, true, Some("dumb"), true);
        check(ColorChoice::Never, true, false, Some("xterm"), false);
    }

    #[test]
    fn the_width_is_the_terminals_within_reason() {
        let check =
            |real, columns, expected| assert_eq!(width(real, columns), expected, "{real:?} {columns:?}");
        check(None, None, 80);
        check(Some(64), Some("72"), 64);
        check(None, Some("72"), 72);
        check(None, Some("wide"), 80);
        check(Some(0), None, 80);
        check(Some(400), None, 100);
        check(Some(4), None, 30);
    }
}
