//! Bytes of a question file → drafts whose every value knows its line.
//!
//! Only the form is judged here: is it text, is it TOML, JSON or CSV, are the fields there and of the right type. What
//! the values say is judged by [`validate`](mod@crate::validate).
//!
//! The way: bytes → text (`decode`) → values with lines (`toml_text`, `json_text`, `csv_text`) → drafts (`reader`, and
//! here).

pub(crate) mod csv_text;
mod decode;
mod json_text;
mod lines;
pub(crate) mod node;
pub(crate) mod reader;
mod toml_text;

use crate::limits;
use crate::problem::{Problem, ProblemKind, shorten};
use crate::question::QuestionId;
use node::{Table, Value};
use reader::Reader;

/// A line, and what makes the whole file unreadable there.
type Fault = (usize, ProblemKind);

/// How a question file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// As the bank's own files.
    Toml,
    /// For programs: `{"question": [ … ]}`.
    Json,
    /// For spreadsheets: a row of names, then a row for each question.
    Csv,
}

impl Format {
    /// The format of a file by its name's ending, else by what it looks like.
    pub fn of(file_name: &str, bytes: &[u8]) -> Format {
        let ending = file_name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref() {
            Some("toml") => return Format::Toml,
            Some("json") => return Format::Json,
            Some("csv") => return Format::Csv,
            _ => {}
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        let first_line = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
        if bytes.first() == Some(&b'{') {
            Format::Json
        } else if !first_line.contains(&b'=') && first_line.iter().any(|byte| b",;\t".contains(byte)) {
            Format::Csv
        } else {
            Format::Toml
        }
    }

    /// The ending of its files' names.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Toml => "toml",
            Format::Json => "json",
            Format::Csv => "csv",
        }
    }

    /// What the list of questions is in it.
    fn list(self) -> &'static str {
        match self {
            Format::Toml => "a list, written [[question]]",
            Format::Json | Format::Csv => "a list of questions",
        }
    }

    /// What a question is in it.
    fn table(self) -> &'static str {
        match self {
            Format::Toml => "a table, written [[question]]",
            Format::Json | Format::Csv => "an object with the fields of a question",
        }
    }

    /// How a question is begun in it.
    fn begin(self) -> &'static str {
        match self {
            Format::Toml => "Each question begins with a line [[question]]",
            Format::Json => "The questions are a list named \"question\"",
            Format::Csv => "Each row below the first is a question",
        }
    }
}

/// A value and the line on which it is written, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<T> {
    /// The value.
    pub value: T,
    /// Its line.
    pub line: usize,
}

/// A list of texts, each with its line.
pub type Texts = Field<Vec<Field<String>>>;

/// A question as written: any text in any field. A field is `None` when it was missing or of the wrong type, which has
/// been reported then.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the fields are those of `Question`")]
pub struct Draft {
    /// Line of its `[[question]]`.
    pub line: usize,
    pub id: Option<Field<String>>,
    pub prompt: Option<Field<String>>,
    pub competency: Option<Field<String>>,
    pub dimensions: Option<Texts>,
    pub kind: Option<Field<String>>,
    pub level: Option<Field<String>>,
    /// As digits in base ten where possible, so that a number of any size can be shown.
    pub minutes: Option<Field<String>>,
    pub probes: Option<Texts>,
    pub strong: Option<Texts>,
    pub quote: Option<Field<String>>,
    pub why_short: Option<Field<String>>,
    pub tags: Option<Texts>,
    pub theme: Option<Field<String>>,
    pub first: Option<Field<bool>>,
}

impl Draft {
    /// The id as written, for naming the question in problems.
    pub fn question_id(&self) -> Option<QuestionId> {
        self.id.as_ref().map(|id| QuestionId::new(shorten(&id.value)))
    }
}

const FIELDS: &[&str] = &[
    "id",
    "prompt",
    "competency",
    "dimensions",
    "kind",
    "level",
    "minutes",
    "probes",
    "strong",
    "feature_level",
    "tags",
    "theme",
    "first",
];
const FEATURE_LEVEL_FIELDS: &[&str] = &["quote", "why_short"];

/// Reads one TOML file. Never panics, whatever the bytes; reads nothing of a file that is not TOML.
///
/// The drafts are worth validating even when there are problems: the writer then sees everything at once.
pub fn file(name: &str, bytes: &[u8]) -> (Vec<Draft>, Vec<Problem>) {
    file_as(Format::Toml, name, bytes)
}

/// Reads one file of any format, as [`file()`] does.
pub fn file_as(format: Format, name: &str, bytes: &[u8]) -> (Vec<Draft>, Vec<Problem>) {
    let whole = |(line, what)| {
        (Vec::new(), vec![Problem { file: name.to_owned(), line, field: None, question: None, what }])
    };
    let document = match document(format, bytes) {
        Ok(document) => document,
        Err(fault) => return whole(fault),
    };

    let mut reader = Reader::of(name);
    let mut questions = None;
    for entry in &document.entries {
        match (entry.key.as_ref(), &entry.node.value) {
            ("question", Value::List(list)) => questions = Some(list),
            ("question", _) => reader.wrong_type("question", &entry.node, format.list()),
            (other, _) => {
                let what = ProblemKind::UnknownTable { name: shorten(other), begin: format.begin() };
                reader.report(entry.line, None, what);
            }
        }
    }
    let mut drafts = Vec::new();
    match questions {
        Some(list) if list.len() > limits::QUESTIONS_PER_FILE => {
            let what = ProblemKind::TooManyQuestions { count: list.len(), limit: limits::QUESTIONS_PER_FILE };
            return whole((1, what));
        }
        Some(list) if !list.is_empty() => {
            for node in list {
                match &node.value {
                    Value::Table(table) => drafts.push(draft(&mut reader, node.line, table)),
                    _ => reader.wrong_type("question", node, format.table()),
                }
            }
        }
        _ if reader.problems.is_empty() => {
            return whole((1, ProblemKind::NoQuestions { begin: format.begin() }));
        }
        _ => {}
    }
    reader.problems.sort_by_key(|problem| problem.line);
    (drafts, reader.problems)
}

/// The values of a file, whatever it is about.
pub(crate) fn document(format: Format, bytes: &[u8]) -> Result<Table<'_>, Fault> {
    let text = decode::text(bytes)?;
    match format {
        Format::Toml => toml_text::read(text),
        Format::Json => json_text::read(text),
        Format::Csv => csv_text::read(text),
    }
}

fn draft(reader: &mut Reader<'_>, line: usize, table: &Table<'_>) -> Draft {
    let mut draft = Draft { line, ..Draft::default() };
    // First, so that every other problem of the question can name it.
    reader.question = None;
    draft.id =
        reader.text(line, table, "id", "id", "Give it a name of its own, such as `my-first-migration`");
    reader.question = draft.question_id();

    reader.refuse_unknown(table, "a question", "", FIELDS);
    draft.prompt =
        reader.text(line, table, "prompt", "prompt", "Write the question as an interviewer says it");
    draft.competency =
        reader.text(line, table, "competency", "competency", "Name one of the 17 competencies");
    draft.dimensions = reader.texts(line, table, "dimensions", "List one to four dimensions");
    draft.kind =
        reader.text(line, table, "kind", "kind", "Write behavioural, situational, technical or estimation");
    draft.level = reader.text(line, table, "level", "level", "Write senior, principal or manager");
    draft.minutes = reader
        .required(line, table, "minutes", "minutes", "Give the answer 1 to 15 minutes")
        .and_then(|node| reader.as_number("minutes", node));
    draft.probes = reader.texts(line, table, "probes", "List two to four follow-ups");
    draft.strong = reader.texts(line, table, "strong", "List three to five things a strong answer shows");
    feature_level(reader, &mut draft, table);
    draft.tags = reader.texts(line, table, "tags", "List one to eight words to find it by");
    draft.theme = reader.text(line, table, "theme", "theme", "Name the theme the question covers");
    draft.first = reader.flag(table, "first");
    reader.question = None;
    draft
}

fn feature_level(reader: &mut Reader<'_>, draft: &mut Draft, table: &Table<'_>) {
    let hint = "Write feature_level.quote and feature_level.why_short";
    let Some(node) = reader.required(draft.line, table, "feature_level", "feature_level", hint) else {
        return;
    };
    let Value::Table(halves) = &node.value else {
        return reader.wrong_type(
            "feature_level",
            node,
            "two fields, feature_level.quote and feature_level.why_short",
        );
    };
    // The span of a table made by dotted keys is its first key's.
    let line = node.line;
    reader.refuse_unknown(halves, "a question", "feature_level.", FEATURE_LEVEL_FIELDS);
    let hint = "Write what a feature-level candidate says";
    draft.quote = reader.text(line, halves, "quote", "feature_level.quote", hint);
    let hint = "Write what an interviewer misses in the quote";
    draft.why_short = reader.text(line, halves, "why_short", "feature_level.why_short", hint);
}
