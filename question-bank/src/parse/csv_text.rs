//! A spreadsheet's table → values that know their lines: one question a row, one text a cell.

use std::borrow::Cow;

use super::Fault;
use super::lines::Lines;
use super::node::{Entry, Node, Table, Value};
use crate::problem::{ProblemKind, shorten};
use crate::suggest;

/// The columns, in the order in which they are written. Read in any order; all but `first` have to be there.
pub(crate) const COLUMNS: &[&str] = &[
    "id",
    "prompt",
    "competency",
    "dimensions",
    "kind",
    "level",
    "minutes",
    "probe_1",
    "probe_2",
    "probe_3",
    "probe_4",
    "strong_1",
    "strong_2",
    "strong_3",
    "strong_4",
    "strong_5",
    "feature_level_quote",
    "feature_level_why_short",
    "tags",
    "theme",
    "first",
];

/// Columns without which a table says too little to be read: those whose questions all would be missing it.
const NEEDED: &[&str] = &[
    "id",
    "prompt",
    "competency",
    "dimensions",
    "kind",
    "level",
    "minutes",
    "probe_1",
    "probe_2",
    "strong_1",
    "strong_2",
    "strong_3",
    "feature_level_quote",
    "feature_level_why_short",
    "tags",
    "theme",
];

/// The file as if it were TOML: a list of questions under `question`.
pub(super) fn read(text: &str) -> Result<Table<'static>, Fault> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter(text)).has_headers(false).from_reader(text.as_bytes());
    let lines = Lines::of(text);
    let mut rows = reader.records();
    let columns = match rows.next() {
        Some(header) => columns(&header.map_err(|error| fault(&error, text, &lines))?)?,
        None => Vec::new(),
    };
    let mut questions = Vec::new();
    for row in rows {
        let row = row.map_err(|error| fault(&error, text, &lines))?;
        // Spreadsheets write the rows below the last one too.
        if row.iter().any(|cell| !cell.trim().is_empty()) {
            let line = row.position().map_or(1, |position| line_of(position, text, &lines));
            questions.push(Node { line, value: Value::Table(question(&columns, &row, line)) });
        }
    }
    let node = Node { line: 1, value: Value::List(questions) };
    Ok(Table { entries: vec![Entry { key: Cow::Borrowed("question"), line: 1, node }] })
}

/// What parts the cells: a comma, or what spreadsheets of other countries put there.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let most = [b',', b';', b'\t'].map(|mark| (header.bytes().filter(|&byte| byte == mark).count(), mark));
    // The first of equals.
    most.into_iter().rev().max_by_key(|&(count, _)| count).map_or(b',', |(_, mark)| mark)
}

fn columns(header: &csv::StringRecord) -> Result<Vec<&'static str>, Fault> {
    let mut columns = Vec::new();
    for name in header {
        let name = name.trim().to_lowercase();
        let Some(&known) = COLUMNS.iter().find(|&&known| known == name) else {
            let nearest = suggest::nearest(&name, COLUMNS);
            return Err((1, ProblemKind::UnknownColumn { name: shorten(&name), nearest, known: COLUMNS }));
        };
        if columns.contains(&known) {
            return Err((1, ProblemKind::RepeatedColumn { name: known }));
        }
        columns.push(known);
    }
    match NEEDED.iter().find(|needed| !columns.contains(*needed)) {
        Some(&name) => Err((1, ProblemKind::MissingColumn { name })),
        None => Ok(columns),
    }
}

fn question(columns: &[&'static str], row: &csv::StringRecord, line: usize) -> Table<'static> {
    let text = |cell: &str| Node { line, value: Value::Text(Cow::Owned(unguarded(cell).to_owned())) };
    let mut entries: Vec<Entry<'static>> = Vec::new();
    let mut lists = [("probes", Vec::new()), ("strong", Vec::new())];
    let mut halves = Table::default();
    let entry = |key: &'static str, node| Entry { key: Cow::Borrowed(key), line, node };
    for (&column, cell) in columns.iter().zip(row) {
        let blank = cell.trim().is_empty();
        match column {
            _ if column.starts_with("probe_") && !blank => lists[0].1.push(text(cell)),
            _ if column.starts_with("strong_") && !blank => lists[1].1.push(text(cell)),
            _ if blank => {}
            "dimensions" | "tags" => {
                let parts = cell.split([';', ',', '\n']).map(str::trim).filter(|part| !part.is_empty());
                entries.push(entry(column, Node { line, value: Value::List(parts.map(text).collect()) }));
            }
            "minutes" => {
                let digits = cell.trim();
                let whole =
                    digits.strip_prefix('-').unwrap_or(digits).bytes().all(|byte| byte.is_ascii_digit());
                let value =
                    if whole { Value::Integer(Cow::Owned(shorten(digits))) } else { text(cell).value };
                entries.push(entry(column, Node { line, value }));
            }
            "first" => {
                let value = match cell.trim().to_lowercase().as_str() {
                    "true" => Value::Flag(true),
                    "false" => Value::Flag(false),
                    _ => text(cell).value,
                };
                entries.push(entry(column, Node { line, value }));
            }
            "feature_level_quote" => halves.entries.push(entry("quote", text(cell))),
            "feature_level_why_short" => halves.entries.push(entry("why_short", text(cell))),
            _ => entries.push(entry(column, text(cell))),
        }
    }
    for (key, texts) in lists {
        entries.push(entry(key, Node { line, value: Value::List(texts) }));
    }
    entries.push(entry("feature_level", Node { line, value: Value::Table(halves) }));
    Table { entries }
}

/// The line on which a row begins. The reader's own place is before the line breaks that precede it.
fn line_of(position: &csv::Position, text: &str, lines: &Lines<'_>) -> usize {
    let from = usize::try_from(position.byte()).unwrap_or(text.len()).min(text.len());
    let breaks = text.as_bytes()[from..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    lines.at(from + breaks)
}

fn fault(error: &csv::Error, text: &str, lines: &Lines<'_>) -> Fault {
    let line = error.position().map_or(1, |position| line_of(position, text, lines));
    let message = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("the row has {len} cells and the first row has {expected_len}")
        }
        _ => error.to_string(),
    };
    (line, ProblemKind::NotCsv { message })
}

/// Whether a spreadsheet would take a text for a formula, with apostrophes before it or not.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@'])
}

/// A cell that no spreadsheet runs as a formula: one that could be gets an apostrophe.
pub(crate) fn guarded(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The text of a cell: the opposite of [`guarded`].
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_formula_is_kept_from_running() {
        for (text, cell) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("-1 and +2", "'-1 and +2"),
            ("'=x", "''=x"),
            ("'tis so.", "'tis so."),
            ("Why = what?", "Why = what?"),
        ] {
            assert_eq!(guarded(text), cell);
            assert_eq!(unguarded(cell), text);
        }
    }

    #[test]
    fn the_mark_between_cells_is_that_of_the_first_row() {
        for (header, mark) in
            [("id,prompt", b','), ("id;prompt;level", b';'), ("id\tprompt", b'\t'), ("id", b','), ("", b',')]
        {
            assert_eq!(delimiter(header), mark, "{header:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "['=+@a-]{0,6}") {
            let cell = guarded(&text);
            prop_assert_eq!(unguarded(&cell), text.as_str());
        }
    }
}
