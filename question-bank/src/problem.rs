//! What can be wrong with a question file, said so that its writer can put it right.

use std::fmt;

use serde::Serialize;

use crate::question::QuestionId;

/// One thing wrong with a question file: where, and what is right instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file's name as it was given.
    pub file: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// The field, as written in the file (`minutes`, `feature_level.quote`); none for the file as a whole.
    pub field: Option<String>,
    /// The question, when its id could be read.
    pub question: Option<QuestionId>,
    /// What is wrong and what is right.
    pub what: ProblemKind,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.file, self.line)?;
        if let Some(field) = &self.field {
            write!(f, "{field}: ")?;
        }
        self.what.fmt(f)
    }
}

impl std::error::Error for Problem {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.what)
    }
}

/// Where a question is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// Line in the file, from 1; 0 for what is in no file.
    pub line: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(&self.file),
            line => write!(f, "{}, line {line}", self.file),
        }
    }
}

/// What is wrong; the text says what is so and what is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ProblemKind {
    /// The file is larger than 5 MB.
    #[error("the file has {bytes} bytes and may have {limit}. Split it into several files")]
    FileTooLarge {
        /// Its size.
        bytes: usize,
        /// The largest size read.
        limit: usize,
    },
    /// The file has more questions than one file may.
    #[error("the file has {count} questions and may have {limit}. Split it into several files")]
    TooManyQuestions {
        /// Its questions.
        count: usize,
        /// The most that are read.
        limit: usize,
    },
    /// Bytes that are no text.
    #[error("byte {offset} of the file is not UTF-8. Save the file as UTF-8 text")]
    NotUtf8 {
        /// Offset of the first bad byte, from 0.
        offset: usize,
    },
    /// A NUL in the file.
    #[error("there is a NUL character here. Remove it, or save the file as UTF-8 text")]
    Nul,
    /// Text that is not TOML.
    #[error("this is not TOML: {message}")]
    NotToml {
        /// What the TOML parser says.
        message: String,
    },
    /// Text that is not JSON.
    #[error("this is not JSON: {message}")]
    NotJson {
        /// What the JSON parser says.
        message: String,
    },
    /// Text that is not CSV.
    #[error("this is not CSV: {message}")]
    NotCsv {
        /// What is wrong.
        message: String,
    },
    /// A column that questions do not have.
    #[error("there is no column `{name}`.{} The columns are {}", did_you_mean(*nearest), list(known))]
    UnknownColumn {
        /// The name as written.
        name: String,
        /// The column that was probably meant.
        nearest: Option<&'static str>,
        /// All columns.
        known: &'static [&'static str],
    },
    /// A column that is there twice.
    #[error("the column `{name}` is there twice. Remove one of them")]
    RepeatedColumn {
        /// The column.
        name: &'static str,
    },
    /// A column that is not there.
    #[error("the column `{name}` is missing. The first row has to name it")]
    MissingColumn {
        /// The column.
        name: &'static str,
    },
    /// A file without questions.
    #[error("there is no question in the file. {begin}")]
    NoQuestions {
        /// How a question is begun.
        begin: &'static str,
    },
    /// Something else than questions at the top of the file.
    #[error("`{name}` does not belong here. A file holds nothing but questions. {begin}")]
    UnknownTable {
        /// The key as written.
        name: String,
        /// How a question is begun.
        begin: &'static str,
    },
    /// A key that questions do not have.
    #[error("{noun} has no such field.{} The fields are {}", did_you_mean(*nearest), list(known))]
    UnknownField {
        /// What has the fields: "a question", "a round" …
        noun: &'static str,
        /// The key as written.
        name: String,
        /// The field that was probably meant.
        nearest: Option<&'static str>,
        /// All fields.
        known: &'static [&'static str],
    },
    /// A field that is not there.
    #[error("is missing. {hint}")]
    Missing {
        /// What belongs there.
        hint: &'static str,
    },
    /// A value of another type.
    #[error("is {found}, and should be {expected}")]
    WrongType {
        /// What is there.
        found: &'static str,
        /// What should be.
        expected: &'static str,
    },
    /// A name outside a closed vocabulary.
    #[error("`{name}` is no {noun}.{} Right are {}", did_you_mean(*nearest), list(known))]
    UnknownName {
        /// What kind of name: "competency", "level" …
        noun: &'static str,
        /// As written, shortened when long.
        name: String,
        /// What was probably meant.
        nearest: Option<&'static str>,
        /// All right names.
        known: &'static [&'static str],
    },
    /// Too few or too many characters.
    #[error("{}, and should have {min} to {max}", characters(*chars))]
    Length {
        /// Characters there are.
        chars: usize,
        /// Fewest allowed.
        min: usize,
        /// Most allowed.
        max: usize,
    },
    /// Too few or too many entries in a list.
    #[error("{} in the list, and there should be {min} to {max}", counted(*count))]
    Count {
        /// Entries there are.
        count: usize,
        /// Fewest allowed.
        min: usize,
        /// Most allowed.
        max: usize,
    },
    /// Minutes that no answer takes.
    #[error("{minutes} minutes are out of range. An answer has {min} to {max} minutes")]
    Minutes {
        /// As written.
        minutes: String,
        /// Shortest budget.
        min: i64,
        /// Longest budget.
        max: i64,
    },
    /// A number of a loop that is out of its range.
    #[error("{number} is out of range, and should be {min} to {max}")]
    OutOfRange {
        /// As written.
        number: String,
        /// Least allowed.
        min: u8,
        /// Most allowed.
        max: u8,
    },
    /// A round whose questions have less than five minutes each.
    #[error(
        "{questions} questions do not fit into {minutes} minutes of which {aside} are for other things. Leave each at least 5 minutes"
    )]
    TooManyForTheTime {
        /// Questions of the round.
        questions: u8,
        /// Minutes of the round.
        minutes: u32,
        /// Minutes before and after the questions.
        aside: u32,
    },
    /// An id or tag that is not kebab-case.
    #[error(
        "`{text}` is not kebab-case. Use small letters a–z, digits and single hyphens, as in `my-first-migration`"
    )]
    NotKebabCase {
        /// As written, shortened when long.
        text: String,
    },
    /// A user's id that begins like a built-in one.
    #[error("`{id}` begins with `{prefix}-`, which is kept for built-in questions. Begin it with `my-`")]
    ReservedPrefix {
        /// As written.
        id: String,
        /// The reserved beginning.
        prefix: &'static str,
    },
    /// An id used before.
    #[error("`{id}` is already the id of the question in {first}. Give this one another id")]
    DuplicateId {
        /// The id.
        id: QuestionId,
        /// Who has it.
        first: Place,
    },
    /// A line break, control character or direction override in a text.
    #[error("contains {name} at character {at}. Write the text on one line, without control characters")]
    ControlCharacter {
        /// "a line break", or the code point.
        name: String,
        /// Its position in characters, from 1.
        at: usize,
    },
    /// Spaces around a text or doubled inside it.
    #[error("has a space too many. Begin and end without one, and put one between words")]
    StraySpace,
    /// A prompt or follow-up that does not end like a sentence.
    #[error("ends with `{last}`. End it as a sentence: with a full stop or a question mark")]
    Unfinished {
        /// The last character.
        last: char,
    },
    /// Quotation marks around the feature-level quote.
    #[error("has quotation marks around it. Leave them out; the app sets its own")]
    QuotationMarks,
    /// The same entry twice in a list.
    #[error("says the same as entry {first} of this list. Each entry should be its own")]
    RepeatedEntry {
        /// Place of the earlier entry, from 1.
        first: usize,
    },
    /// Nearly the same entry twice in a list.
    #[error("says nearly the same as entry {first} of this list. Each entry should be its own")]
    NearEntry {
        /// Place of the earlier entry, from 1.
        first: usize,
    },
    /// A follow-up that asks the prompt again.
    #[error("repeats the prompt. A follow-up should ask for something the prompt does not")]
    ProbeRepeatsPrompt,
    /// A prompt with the words of another question.
    #[error("has the same words as the prompt of `{other}` in {first}. Ask something else, or leave it out")]
    SamePrompt {
        /// The other question.
        other: QuestionId,
        /// Where it is.
        first: Place,
    },
    /// The end of a list of problems that was cut short.
    #[error("and {count} more. They are shown when these are put right")]
    More {
        /// Problems left out.
        count: usize,
    },
    /// A prompt that hardly differs from another question's.
    #[error("is nearly the prompt of `{other}` in {first}. Ask something else, or leave it out")]
    NearPrompt {
        /// The other question.
        other: QuestionId,
        /// Where it is.
        first: Place,
    },
}

/// At most forty characters of a text, so that a message stays one.
pub(crate) fn shorten(text: &str) -> String {
    let mut short: String =
        text.chars().take(40).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    short
}

fn did_you_mean(nearest: Option<&'static str>) -> String {
    nearest.map(|name| format!(" Did you mean `{name}`?")).unwrap_or_default()
}

fn list(names: &[&'static str]) -> String {
    names.join(", ")
}

fn characters(count: usize) -> String {
    match count {
        0 => "has no characters".to_owned(),
        1 => "has 1 character".to_owned(),
        _ => format!("has {count} characters"),
    }
}

fn counted(count: usize) -> String {
    match count {
        0 => "nothing is".to_owned(),
        1 => "1 entry is".to_owned(),
        _ => format!("{count} entries are"),
    }
}
