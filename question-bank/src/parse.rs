//! Bytes of a question file → drafts whose every value knows its line.
//!
//! Only the form is judged here: is it text, is it TOML, are the fields there and of the right type. What the values
//! say is judged by [`validate`](mod@crate::validate).

mod decode;
mod lines;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::limits;
use crate::problem::{Problem, ProblemKind, shorten};
use crate::question::QuestionId;
use crate::suggest;
use lines::Lines;

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

/// Reads one file. Never panics, whatever the bytes; reads nothing of a file that is not TOML.
///
/// The drafts are worth validating even when there are problems: the writer then sees everything at once.
pub fn file(name: &str, bytes: &[u8]) -> (Vec<Draft>, Vec<Problem>) {
    let whole = |line, what| {
        (Vec::new(), vec![Problem { file: name.to_owned(), line, field: None, question: None, what }])
    };
    let text = match decode::text(bytes) {
        Ok(text) => text,
        Err((line, what)) => return whole(line, what),
    };
    let lines = Lines::of(text);
    let document = match DeTable::parse(text) {
        Ok(document) => document.into_inner(),
        Err(error) => {
            let line = lines.at(error.span().map_or(0, |span| span.start));
            return whole(line, ProblemKind::NotToml { message: error.message().to_owned() });
        }
    };

    let mut reader = Reader { file: name, lines, question: None, problems: Vec::new() };
    let mut drafts = Vec::new();
    let mut questions = None;
    for (key, value) in &document {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("question", DeValue::Array(array)) => questions = Some(array),
            ("question", _) => reader.wrong_type("question", value, "a list, written [[question]]"),
            (other, _) => {
                let what = ProblemKind::UnknownTable { name: shorten(other) };
                reader.report(reader.lines.at(key.span().start), None, what);
            }
        }
    }
    match questions {
        Some(array) if array.len() > limits::QUESTIONS_PER_FILE => {
            let what =
                ProblemKind::TooManyQuestions { count: array.len(), limit: limits::QUESTIONS_PER_FILE };
            return whole(1, what);
        }
        Some(array) if !array.is_empty() => {
            for value in array {
                match value.get_ref() {
                    DeValue::Table(table) => {
                        drafts.push(reader.draft(reader.lines.at(value.span().start), table))
                    }
                    _ => reader.wrong_type("question", value, "a table, written [[question]]"),
                }
            }
        }
        _ if reader.problems.is_empty() => return whole(1, ProblemKind::NoQuestions),
        _ => {}
    }
    // The TOML parser hands keys out by name; people read files from the top.
    reader.problems.sort_by_key(|problem| problem.line);
    (drafts, reader.problems)
}

struct Reader<'a> {
    file: &'a str,
    lines: Lines<'a>,
    question: Option<QuestionId>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn report(&mut self, line: usize, field: Option<&str>, what: ProblemKind) {
        let (file, question) = (self.file.to_owned(), self.question.clone());
        self.problems.push(Problem { file, line, field: field.map(str::to_owned), question, what });
    }

    fn draft(&mut self, line: usize, table: &DeTable<'_>) -> Draft {
        let mut draft = Draft { line, ..Draft::default() };
        // First, so that every other problem of the question can name it.
        self.question = None;
        draft.id =
            self.text(line, table, "id", "id", "Give it a name of its own, such as `my-first-migration`");
        self.question = draft.question_id();

        self.refuse_unknown(table, "", FIELDS);
        draft.prompt =
            self.text(line, table, "prompt", "prompt", "Write the question as an interviewer says it");
        draft.competency =
            self.text(line, table, "competency", "competency", "Name one of the 17 competencies");
        draft.dimensions = self.texts(line, table, "dimensions", "List one to four dimensions");
        draft.kind =
            self.text(line, table, "kind", "kind", "Write behavioural, situational, technical or estimation");
        draft.level = self.text(line, table, "level", "level", "Write senior, principal or manager");
        draft.minutes = self.minutes(line, table);
        draft.probes = self.texts(line, table, "probes", "List two to four follow-ups");
        draft.strong = self.texts(line, table, "strong", "List three to five things a strong answer shows");
        self.feature_level(&mut draft, table);
        draft.tags = self.texts(line, table, "tags", "List one to eight words to find it by");
        draft.theme = self.text(line, table, "theme", "theme", "Name the theme the question covers");
        draft.first = self.flag(table, "first");
        self.question = None;
        draft
    }

    fn refuse_unknown(&mut self, table: &DeTable<'_>, within: &str, known: &'static [&'static str]) {
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let nearest = suggest::nearest(name, known);
                let field = format!("{within}{}", shorten(name));
                let what = ProblemKind::UnknownField { name: shorten(name), nearest, known };
                self.report(self.lines.at(key.span().start), Some(&field), what);
            }
        }
    }

    fn wrong_type(&mut self, field: &str, value: &Spanned<DeValue<'_>>, expected: &'static str) {
        let what = ProblemKind::WrongType { found: type_name(value.get_ref()), expected };
        self.report(self.lines.at(value.span().start), Some(field), what);
    }

    fn required<'t, 'i>(
        &mut self,
        line: usize,
        table: &'t DeTable<'i>,
        key: &str,
        field: &str,
        hint: &'static str,
    ) -> Option<&'t Spanned<DeValue<'i>>> {
        let value = table.get(key);
        if value.is_none() {
            self.report(line, Some(field), ProblemKind::Missing { hint });
        }
        value
    }

    fn text(
        &mut self,
        line: usize,
        table: &DeTable<'_>,
        key: &str,
        field: &str,
        hint: &'static str,
    ) -> Option<Field<String>> {
        let value = self.required(line, table, key, field, hint)?;
        self.as_text(field, value)
    }

    fn as_text(&mut self, field: &str, value: &Spanned<DeValue<'_>>) -> Option<Field<String>> {
        if let DeValue::String(text) = value.get_ref() {
            return Some(Field { value: text.to_string(), line: self.lines.at(value.span().start) });
        }
        self.wrong_type(field, value, "text in quotation marks");
        None
    }

    fn texts(&mut self, line: usize, table: &DeTable<'_>, key: &str, hint: &'static str) -> Option<Texts> {
        let value = self.required(line, table, key, key, hint)?;
        let DeValue::Array(array) = value.get_ref() else {
            self.wrong_type(key, value, "a list of texts in square brackets");
            return None;
        };
        let texts: Vec<_> = array.iter().filter_map(|entry| self.as_text(key, entry)).collect();
        // A list with a hole in it would be counted wrongly.
        (texts.len() == array.len()).then(|| Field { value: texts, line: self.lines.at(value.span().start) })
    }

    fn minutes(&mut self, line: usize, table: &DeTable<'_>) -> Option<Field<String>> {
        let value = self.required(line, table, "minutes", "minutes", "Give the answer 1 to 15 minutes")?;
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_type("minutes", value, "a whole number, without quotation marks");
            return None;
        };
        let digits = i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| shorten(number.as_str()), |minutes| minutes.to_string());
        Some(Field { value: digits, line: self.lines.at(value.span().start) })
    }

    fn feature_level(&mut self, draft: &mut Draft, table: &DeTable<'_>) {
        let hint = "Write feature_level.quote and feature_level.why_short";
        let Some(value) = self.required(draft.line, table, "feature_level", "feature_level", hint) else {
            return;
        };
        let DeValue::Table(halves) = value.get_ref() else {
            return self.wrong_type(
                "feature_level",
                value,
                "two fields, feature_level.quote and feature_level.why_short",
            );
        };
        // The span of a table made by dotted keys is its first key's.
        let line = self.lines.at(value.span().start);
        self.refuse_unknown(halves, "feature_level.", FEATURE_LEVEL_FIELDS);
        let hint = "Write what a feature-level candidate says";
        draft.quote = self.text(line, halves, "quote", "feature_level.quote", hint);
        let hint = "Write what an interviewer misses in the quote";
        draft.why_short = self.text(line, halves, "why_short", "feature_level.why_short", hint);
    }

    fn flag(&mut self, table: &DeTable<'_>, key: &str) -> Option<Field<bool>> {
        let value = table.get(key)?;
        if let DeValue::Boolean(flag) = value.get_ref() {
            return Some(Field { value: *flag, line: self.lines.at(value.span().start) });
        }
        self.wrong_type(key, value, "true or false, without quotation marks");
        None
    }
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
