//! Stories as Markdown, whole. Whatever the user wrote is escaped, so that it reads as it was written.

use std::fmt::Write as _;

use super::sheet::{HOLE, KEY, Sheet, SheetStory, sign};
use crate::{markup::markdown::escaped, view::StoryCell};

/// The whole page.
pub(super) fn page(sheet: &Sheet) -> String {
    let mut page = format!("# Stories, {}\n\n{}\n{KEY}\n", sheet.day, matrix(sheet));
    for (number, story) in (1..).zip(&sheet.stories) {
        // Writing to a string cannot fail.
        let _ = write!(page, "\n## {number} · {}\n\n{}", escaped(&story.text.title), whole(story));
    }
    page
}

fn matrix(sheet: &Sheet) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let columns = (1..=sheet.stories.len()).map(|number| number.to_string());
    let mut table = row(["Competency".to_owned()].into_iter().chain(columns).collect());
    table.push_str(&row(["---".to_owned()]
        .into_iter()
        .chain(sheet.stories.iter().map(|_| "---:".to_owned()))
        .collect()));
    for competency in &sheet.competencies {
        let hole = if sheet.is_hole(&competency.id) { format!(" ({HOLE})") } else { String::new() };
        let name = format!("{}{hole}", escaped(&competency.label));
        let cells =
            sheet.stories.iter().map(|story| story.cell(&competency.id).map(bold).unwrap_or_default());
        table.push_str(&row([name].into_iter().chain(cells).collect()));
    }
    table
}

fn bold(cell: &StoryCell) -> String {
    let sign = sign(cell);
    if cell.ready { format!("**{sign}**") } else { sign }
}

fn whole(story: &SheetStory) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    for (name, words) in story.parts() {
        let _ = writeln!(text, "**{name}.** {}\n", paragraphs(words));
    }
    for number in &story.text.numbers {
        let _ = writeln!(text, "- **{}** {}", escaped(&number.value), escaped(&number.meaning));
    }
    if !story.text.numbers.is_empty() {
        text.push('\n');
    }
    if let Some((prompt, score)) = &story.best {
        let score = score.map(|score| format!(" · {score}")).unwrap_or_default();
        let _ = writeln!(text, "Best answer: {}{score}\n", escaped(prompt));
    }
    let trimmed = text.trim_end();
    if trimmed.is_empty() { "Nothing written yet.\n".to_owned() } else { format!("{trimmed}\n") }
}

/// The user's words with their line breaks.
fn paragraphs(words: &str) -> String {
    let paragraphs = words.split("\n\n").map(|paragraph| {
        let lines = paragraph.lines().map(escaped).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join("\\\n")
    });
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
}
