//! Bytes of a loop's file → the loop, or everything that is wrong with it.

use std::str::FromStr;

use super::{Form, Loop, Round};
use crate::limits;
use crate::parse::node::{Table, Value};
use crate::parse::reader::Reader;
use crate::parse::{Field, Format};
use crate::problem::{Problem, ProblemKind, shorten};
use crate::validate;

const LOOP_FIELDS: &[&str] = &["id", "name", "summary", "advice", "round"];
const ROUND_FIELDS: &[&str] =
    &["name", "minutes", "opening", "closing", "questions", "competencies", "kinds", "levels", "form"];

/// Reads one loop from a TOML file.
///
/// # Errors
/// Everything wrong with it, in the order of its lines.
pub fn read(name: &str, bytes: &[u8]) -> Result<Loop, Vec<Problem>> {
    let mut reader = Reader::of(name);
    let document = match crate::parse::document(Format::Toml, bytes) {
        Ok(document) => document,
        Err((line, what)) => {
            reader.report(line, None, what);
            return Err(reader.problems);
        }
    };
    reader.refuse_unknown(&document, "a loop", "", LOOP_FIELDS);
    let id = text(&mut reader, &document, 1, "id", "Give it a name of its own, such as `phone-screen`");
    let id = id.and_then(|id| {
        let right = validate::is_kebab_case(&id.value);
        if !right {
            let what = ProblemKind::NotKebabCase { text: shorten(&id.value) };
            reader.report(id.line, Some("id"), what);
        }
        right.then_some(id.value)
    });
    let title = text(&mut reader, &document, 1, "name", "Write what it is called");
    let summary = text(&mut reader, &document, 1, "summary", "Write what it is like, in a sentence");
    let advice = match document.get("advice") {
        Some(node) => reader.as_texts("advice", node),
        None => Some(Field { value: Vec::new(), line: 1 }),
    };
    let advice = advice.and_then(|advice| {
        count(&mut reader, "advice", advice.line, advice.value.len(), &limits::ADVICE)?;
        advice.value.iter().map(|point| right_text(&mut reader, "advice", point)).collect::<Option<Vec<_>>>()
    });
    let rounds = rounds(&mut reader, &document);
    reader.problems.sort_by_key(|problem| problem.line);
    match (id, title, summary, advice, rounds) {
        (Some(id), Some(name), Some(summary), Some(advice), Some(rounds)) if reader.problems.is_empty() => {
            Ok(Loop { id, name: name.value, summary: summary.value, advice, rounds })
        }
        _ => Err(reader.problems),
    }
}

fn rounds(reader: &mut Reader<'_>, document: &Table<'_>) -> Option<Vec<Round>> {
    let node = reader.required(1, document, "round", "round", "Begin each round with a line [[round]]")?;
    let Value::List(list) = &node.value else {
        reader.wrong_type("round", node, "a list, written [[round]]");
        return None;
    };
    count(reader, "round", node.line, list.len(), &limits::ROUNDS)?;
    let read: Vec<Option<Round>> = list
        .iter()
        .map(|node| match &node.value {
            Value::Table(table) => round(reader, node.line, table),
            _ => {
                reader.wrong_type("round", node, "a table, written [[round]]");
                None
            }
        })
        .collect();
    read.into_iter().collect()
}

fn round(reader: &mut Reader<'_>, line: usize, table: &Table<'_>) -> Option<Round> {
    reader.refuse_unknown(table, "a round", "", ROUND_FIELDS);
    let name = text(reader, table, line, "name", "Write what the round is called");
    let minutes = number(reader, table, line, "minutes", None, limits::ROUND_MINUTES);
    let opening = number(reader, table, line, "opening", Some(0), limits::ASIDE_MINUTES);
    let closing = number(reader, table, line, "closing", Some(0), limits::ASIDE_MINUTES);
    let questions = number(reader, table, line, "questions", None, limits::ROUND_QUESTIONS);
    let competencies = names(reader, table, "competencies");
    let kinds = names(reader, table, "kinds");
    let levels = names(reader, table, "levels");
    let form = match table.get("form") {
        Some(node) => reader.as_text("form", node).and_then(|form| {
            form.value.parse().map_err(|what| reader.report(form.line, Some("form"), what)).ok()
        }),
        None => Some(Form::Spoken),
    };
    let round = Round {
        name: name?.value,
        minutes: minutes?,
        opening: opening?,
        closing: closing?,
        questions: questions?,
        competencies: competencies?,
        kinds: kinds?,
        levels: levels?,
        form: form?,
    };
    let each = round.minutes_a_question();
    if each < limits::LEAST_MINUTES_A_QUESTION {
        let what = ProblemKind::TooManyForTheTime {
            questions: round.questions,
            minutes: u32::from(round.minutes),
            aside: u32::from(round.opening) + u32::from(round.closing),
        };
        let line = table.get("questions").map_or(line, |node| node.line);
        reader.report(line, Some("questions"), what);
        return None;
    }
    Some(round)
}

fn text(
    reader: &mut Reader<'_>,
    table: &Table<'_>,
    line: usize,
    key: &str,
    hint: &'static str,
) -> Option<Field<String>> {
    let written = reader.text(line, table, key, key, hint)?;
    right_text(reader, key, &written)?;
    Some(written)
}

fn right_text(reader: &mut Reader<'_>, field: &str, written: &Field<String>) -> Option<String> {
    if let Some(what) = validate::text_fault(&written.value, limits::LOOP_TEXT_CHARS) {
        reader.report(written.line, Some(field), what);
        return None;
    }
    Some(written.value.clone())
}

fn count(
    reader: &mut Reader<'_>,
    field: &str,
    line: usize,
    count: usize,
    right: &std::ops::RangeInclusive<usize>,
) -> Option<()> {
    if right.contains(&count) {
        return Some(());
    }
    reader.report(line, Some(field), ProblemKind::Count { count, min: *right.start(), max: *right.end() });
    None
}

fn number(
    reader: &mut Reader<'_>,
    table: &Table<'_>,
    line: usize,
    key: &'static str,
    otherwise: Option<u8>,
    right: std::ops::RangeInclusive<u8>,
) -> Option<u8> {
    let node = match (table.get(key), otherwise) {
        (None, Some(otherwise)) => return Some(otherwise),
        (None, None) => reader.required(line, table, key, key, "Write a whole number")?,
        (Some(node), _) => node,
    };
    let written = reader.as_number(key, node)?;
    let number = written.value.parse().ok().filter(|number| right.contains(number));
    if number.is_none() {
        let (number, min, max) = (written.value, *right.start(), *right.end());
        reader.report(written.line, Some(key), ProblemKind::OutOfRange { number, min, max });
    }
    number
}

/// A list of names of a closed vocabulary; empty when it is not there.
fn names<T: FromStr<Err = ProblemKind> + PartialEq>(
    reader: &mut Reader<'_>,
    table: &Table<'_>,
    key: &str,
) -> Option<Vec<T>> {
    let Some(node) = table.get(key) else { return Some(Vec::new()) };
    let written = reader.as_texts(key, node)?;
    let mut names: Vec<T> = Vec::new();
    let mut right = true;
    for Field { value, line } in &written.value {
        let fault = match value.parse::<T>() {
            Ok(name) => match names.iter().position(|earlier| *earlier == name) {
                Some(first) => Some(ProblemKind::RepeatedEntry { first: first + 1 }),
                None => {
                    names.push(name);
                    None
                }
            },
            Err(what) => Some(what),
        };
        if let Some(what) = fault {
            reader.report(*line, Some(key), what);
            right = false;
        }
    }
    right.then_some(names)
}
