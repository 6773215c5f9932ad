//! What can be asked for on the command line.

use std::path::PathBuf;

use crate::measure::corpus::Half;

pub const USAGE: &str = "usage: report [--set DIR] [--half tune|test] [--errors N]";

/// How many of the worst are shown unless asked otherwise.
const ERRORS: usize = 10;

/// What to measure on.
#[derive(Debug, PartialEq, Eq)]
pub enum Source {
    /// The project's own corpus: one half, or both one after the other.
    Own(Option<Half>),
    /// A folder with texts of the same form.
    Set(PathBuf),
}

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Asked {
    pub source: Source,
    /// How many of the worst of each kind are shown.
    pub errors: usize,
}

/// Why the command line was not understood.
#[derive(Debug, thiserror::Error)]
pub enum ArgumentError {
    #[error("there is no option '{0}'")]
    Unknown(String),
    #[error("something has to stand behind '{0}'")]
    NoValue(String),
    #[error("there is no half '{0}'; there are tune and test")]
    Half(String),
    #[error("'{0}' is no number of errors")]
    Number(String),
    #[error("a set from outside has no halves: leave out --set or --half")]
    HalfOfSet,
}

/// Reads the arguments, without the program's name.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Asked, ArgumentError> {
    let (mut set, mut half, mut errors) = (None, None, ERRORS);
    let mut arguments = arguments.into_iter();
    while let Some(option) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| ArgumentError::NoValue(option.clone()));
        match option.as_str() {
            "--set" => set = Some(PathBuf::from(value()?)),
            "--half" => {
                let name = value()?;
                let known = Half::ALL.into_iter().find(|half| half.as_str() == name);
                half = Some(known.ok_or(ArgumentError::Half(name))?);
            }
            "--errors" => {
                let number = value()?;
                errors = number.parse().map_err(|_| ArgumentError::Number(number))?;
            }
            _ => return Err(ArgumentError::Unknown(option)),
        }
    }
    match (set, half) {
        (Some(_), Some(_)) => Err(ArgumentError::HalfOfSet),
        (Some(set), None) => Ok(Asked { source: Source::Set(set), errors }),
        (None, half) => Ok(Asked { source: Source::Own(half), errors }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Asked, ArgumentError> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_are_read() {
        let check = |line: &str, source: Source, errors: usize| {
            assert_eq!(parsed(line).unwrap(), Asked { source, errors }, "{line}");
        };
        check("", Source::Own(None), 10);
        check("--half test", Source::Own(Some(Half::Test)), 10);
        check("--errors 3 --set texts", Source::Set("texts".into()), 3);
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let check = |line: &str, expected: &str| {
            let message = parsed(line).unwrap_err().to_string();
            assert!(message.contains(expected), "{line}: {message}");
        };
        check("--errors", "behind '--errors'");
        check("--errors many", "'many'");
        check("--half both", "no half 'both'");
        check("texts", "no option 'texts'");
        check("--set texts --half tune", "no halves");
    }
}
