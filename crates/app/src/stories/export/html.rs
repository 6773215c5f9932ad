//! Stories as one HTML page to print, which loads nothing: the matrix, then each story in short. About eight stories are
//! two A4 pages, black on white.

use super::sheet::{HOLE, KEY, Sheet, SheetStory, sign};
use crate::{
    debrief::quote::shortened,
    markup::html::escaped,
    view::{StoryCell, StoryNumber},
};

const STYLE: &str = include_str!("sheet.css");

/// Words of a part that stand on the sheet; of longer ones, the beginning.
const PART_WORDS: usize = 40;
/// Characters of such a part, at most. With this much in each part and three numbers, eight stories are two pages in a
/// wide typeface too.
const PART_CHARS: usize = 260;
/// Of a title above its column.
const COLUMN_WORDS: usize = 6;
const COLUMN_CHARS: usize = 32;
/// Of a question.
const PROMPT_WORDS: usize = 20;
const PROMPT_CHARS: usize = 120;
/// Stories side by side in the matrix; of more, the matrix has another part below.
const COLUMNS: usize = 12;

/// The whole page.
pub(super) fn page(sheet: &Sheet) -> String {
    let numbered: Vec<(usize, &SheetStory)> = (1..).zip(&sheet.stories).collect();
    let stories: Vec<String> = numbered.iter().map(|(number, story)| section(*number, story)).collect();
    let mut parts = vec![head(&sheet.day), format!("<h1>Stories <small>{}</small></h1>", sheet.day)];
    parts.extend(numbered.chunks(COLUMNS).map(|stories| matrix(sheet, stories)));
    parts.push(format!("<p class=\"key\">{KEY}</p>"));
    parts.push(format!("<div class=\"stories\">\n{}\n</div>", stories.join("\n")));
    if sheet.stories.iter().any(|story| story.parts().any(|(_, words)| in_short(words).1)) {
        parts.push(
            "<p class=\"key\">A part that ends in … is longer; the export as Markdown has it whole.</p>"
                .to_owned(),
        );
    }
    parts.push("</main>\n</body>\n</html>\n".to_owned());
    parts.join("\n")
}

fn head(day: &str) -> String {
    // The policy lets the page load nothing, whatever a story holds.
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Stories, {day}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>"
    )
}

fn matrix(sheet: &Sheet, stories: &[(usize, &SheetStory)]) -> String {
    let heads: String = stories
        .iter()
        .map(|(number, story)| {
            let title = shortened(&story.text.title, COLUMN_WORDS, COLUMN_CHARS);
            format!("<th scope=\"col\" dir=\"auto\"><b>{number}</b> {}</th>", escaped(&title))
        })
        .collect();
    let rows: Vec<String> = sheet
        .competencies
        .iter()
        .map(|competency| {
            let cells: String = match sheet.is_hole(&competency.id) {
                true => format!("<td class=\"hole\" colspan=\"{}\">{HOLE}</td>", stories.len()),
                false => stories.iter().map(|(_, story)| cell(story.cell(&competency.id))).collect(),
            };
            format!("<tr><th scope=\"row\">{}</th>{cells}</tr>", escaped(&competency.label))
        })
        .collect();
    format!(
        "<table>\n<thead><tr><td></td>{heads}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>",
        rows.join("\n")
    )
}

fn cell(cell: Option<&StoryCell>) -> String {
    match cell {
        None => "<td></td>".to_owned(),
        Some(cell) if cell.ready => format!("<td><b>{}</b></td>", sign(cell)),
        Some(cell) => format!("<td>{}</td>", sign(cell)),
    }
}

fn section(number: usize, story: &SheetStory) -> String {
    let mut parts =
        vec![format!("<section>\n<h2 dir=\"auto\"><b>{number}</b> {}</h2>", escaped(&story.text.title))];
    for (name, words) in story.parts() {
        parts.push(format!("<p dir=\"auto\"><i>{name}</i> {}</p>", escaped(&in_short(words).0)));
    }
    if !story.text.numbers.is_empty() {
        let numbers: Vec<String> = story.text.numbers.iter().map(figure).collect();
        parts.push(format!("<p dir=\"auto\"><i>Numbers</i> {}</p>", numbers.join("; ")));
    }
    if let Some((prompt, score)) = &story.best {
        let score = score.map(|score| format!(" <b>{score}</b>")).unwrap_or_default();
        let prompt = shortened(prompt, PROMPT_WORDS, PROMPT_CHARS);
        parts.push(format!("<p dir=\"auto\"><i>Best answer</i> {}{score}</p>", escaped(&prompt)));
    }
    if parts.len() == 1 {
        parts.push("<p>Nothing written yet.</p>".to_owned());
    }
    parts.push("</section>".to_owned());
    parts.join("\n")
}

fn figure(number: &StoryNumber) -> String {
    format!("<b>{}</b> {}", escaped(&number.value), escaped(&number.meaning)).trim_end().to_owned()
}

/// A part as far as it stands on the sheet, and whether it goes on.
fn in_short(words: &str) -> (String, bool) {
    let fits = words.split_whitespace().count() <= PART_WORDS && words.chars().count() <= PART_CHARS;
    match fits {
        true => (words.split_whitespace().collect::<Vec<_>>().join(" "), false),
        false => (shortened(words, PART_WORDS, PART_CHARS), true),
    }
}
