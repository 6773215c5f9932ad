//! Questions → the text of a file.

use std::fmt::Write as _;

use crate::parse::Format;
use crate::parse::csv_text::{COLUMNS, guarded};
use crate::question::Question;

/// The text of a file with these questions. [`Pack::read`](super::Pack::read) makes the same questions of it, and this
/// function the same text of them.
pub fn write(questions: &[&Question], format: Format) -> String {
    match format {
        Format::Toml => toml(questions),
        Format::Json => json(questions),
        Format::Csv => csv(questions),
    }
}

/// As the bank's own files are written.
fn toml(questions: &[&Question]) -> String {
    let mut text = String::new();
    for (number, question) in questions.iter().enumerate() {
        if number > 0 {
            text.push('\n');
        }
        // Writing to a string cannot fail.
        let _ = toml_question(&mut text, question);
    }
    text
}

fn toml_question(text: &mut String, question: &Question) -> std::fmt::Result {
    writeln!(text, "[[question]]")?;
    writeln!(text, "id = {}", quoted(question.id.as_str()))?;
    writeln!(text, "prompt = {}", quoted(&question.prompt))?;
    writeln!(text, "competency = {}", quoted(question.competency.as_str()))?;
    let dimensions: Vec<_> = question.dimensions.iter().map(|dimension| quoted(dimension.as_str())).collect();
    writeln!(text, "dimensions = [{}]", dimensions.join(", "))?;
    writeln!(text, "kind = {}", quoted(question.kind.as_str()))?;
    writeln!(text, "level = {}", quoted(question.level.as_str()))?;
    writeln!(text, "minutes = {}", question.minutes)?;
    for (name, entries) in [("probes", &question.probes), ("strong", &question.strong)] {
        writeln!(text, "{name} = [")?;
        entries.iter().try_for_each(|entry| writeln!(text, "  {},", quoted(entry)))?;
        writeln!(text, "]")?;
    }
    writeln!(text, "feature_level.quote = {}", quoted(&question.feature_level.quote))?;
    writeln!(text, "feature_level.why_short = {}", quoted(&question.feature_level.why_short))?;
    let tags: Vec<_> = question.tags.iter().map(|tag| quoted(tag)).collect();
    writeln!(text, "tags = [{}]", tags.join(", "))?;
    writeln!(text, "theme = {}", quoted(&question.theme))?;
    if question.first {
        writeln!(text, "first = true")?;
    }
    Ok(())
}

/// A text as TOML's basic string. Texts of questions have no control characters; one that has would be escaped.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn json(questions: &[&Question]) -> String {
    /// The file, with the fields of a question in their usual order.
    #[derive(serde::Serialize)]
    struct File<'a> {
        question: &'a [&'a Question],
    }
    // Texts, numbers and lists of them can always be written.
    let mut text = serde_json::to_string_pretty(&File { question: questions }).unwrap_or_default();
    text.push('\n');
    text
}

/// With a byte-order mark, without which spreadsheets take UTF-8 for the letters of their country.
fn csv(questions: &[&Question]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(COLUMNS);
    for question in questions {
        let _ = writer.write_record(row(question).iter().map(|cell| guarded(cell).into_owned()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// The cells, in the order of [`COLUMNS`].
fn row(question: &Question) -> Vec<String> {
    let entry = |entries: &[String], at: usize| entries.get(at).cloned().unwrap_or_default();
    let mut row = vec![
        question.id.to_string(),
        question.prompt.clone(),
        question.competency.to_string(),
        question.dimensions.iter().map(|dimension| dimension.as_str()).collect::<Vec<_>>().join("; "),
        question.kind.to_string(),
        question.level.to_string(),
        question.minutes.to_string(),
    ];
    row.extend((0..4).map(|at| entry(&question.probes, at)));
    row.extend((0..5).map(|at| entry(&question.strong, at)));
    row.extend([
        question.feature_level.quote.clone(),
        question.feature_level.why_short.clone(),
        question.tags.join("; "),
        question.theme.clone(),
        if question.first { "true".to_owned() } else { String::new() },
    ]);
    row
}
