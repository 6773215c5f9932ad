//! A debrief as one HTML page that loads nothing. On paper it is two A4 pages in black: what it came to, and what an
//! interviewer would write down. The answers themselves are for the screen.

use super::words::{across, compared, day, dimension, figure, of_budget, score};
use crate::{
    markup::html::escaped,
    view::{Debrief, DebriefQuestion},
};

const STYLE: &str = include_str!("page.css");

/// The whole page.
pub(super) fn page(debrief: &Debrief) -> String {
    let title = format!("{}, {}", escaped(&debrief.name), day(&debrief.day));
    let parts = [
        head(&title),
        format!("<h1>{title}</h1>"),
        format!(
            "<p class=\"sum\"><b class=\"big\">{}</b> <span>{}</span></p>",
            figure(debrief.score),
            escaped(&debrief.headline)
        ),
        rounds(debrief),
        times(debrief),
        beside(debrief),
        where_time_went(debrief),
        notes(debrief),
        answers(debrief),
        "</main>\n</body>\n</html>\n".to_owned(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn head(title: &str) -> String {
    // The policy lets the page load nothing, whatever an answer holds.
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Debrief: {title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>"
    )
}

fn rounds(debrief: &Debrief) -> String {
    let rows = debrief.rounds.iter().map(|round| {
        let limit = if round.at_limit { ", ended at the limit" } else { "" };
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}{limit}</td><td>{}</td></tr>",
            escaped(&round.name),
            of_budget(round.time),
            figure(round.score)
        )
    });
    table("Rounds", &["Round", "Time", "Score"], rows)
}

fn times(debrief: &Debrief) -> String {
    let rows = debrief.questions.iter().map(|question| {
        let over = if question.well_over { " class=\"over\"" } else { "" };
        let time = if question.asked { of_budget(question.time) } else { "–".to_owned() };
        format!(
            "<tr><th scope=\"row\" dir=\"auto\">{}</th><td{over}>{time}</td><td>{}</td></tr>",
            escaped(&question.prompt),
            score(question)
        )
    });
    table("Questions", &["Question", "Time", "Score"], rows)
}

/// Dimensions, and beside them the figures across the loop.
fn beside(debrief: &Debrief) -> String {
    let dimensions = debrief.dimensions.iter().map(|row| {
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
            dimension(row.dimension),
            figure(row.before),
            figure(row.now)
        )
    });
    let dimensions = table("Dimensions", &["Dimension", "Before", "Now"], dimensions);
    let loop_wide = across(&debrief.across)
        .into_iter()
        .map(|(name, value)| format!("<tr><th scope=\"row\">{name}</th><td>{value}</td></tr>"));
    let loop_wide = table("Across the loop", &["Figure", "Value"], loop_wide);
    let compared =
        compared(debrief).map(|compared| format!("\n<p class=\"small\">{}</p>", escaped(&compared)));
    format!(
        "<div class=\"beside\">\n<div>{dimensions}</div>\n<div>{loop_wide}{}</div>\n</div>",
        compared.unwrap_or_default()
    )
}

fn where_time_went(debrief: &Debrief) -> String {
    if debrief.where_time_went.is_empty() {
        return String::new();
    }
    format!("<h2>Where the time went</h2>\n{}", list(&debrief.where_time_went))
}

fn notes(debrief: &Debrief) -> String {
    let noted: Vec<String> = debrief
        .questions
        .iter()
        .filter(|question| !question.written_down.is_empty())
        .map(|question| {
            format!(
                "<section>\n<h3 dir=\"auto\">{} <small>{}</small></h3>\n{}\n</section>",
                escaped(&question.prompt),
                score(question),
                list(&question.written_down)
            )
        })
        .collect();
    if noted.is_empty() {
        return String::new();
    }
    format!(
        "<h2 class=\"notes-head\">What an interviewer would write down</h2>\n<div class=\"notes\">\n{}\n</div>",
        noted.join("\n")
    )
}

fn answers(debrief: &Debrief) -> String {
    let said: Vec<String> =
        debrief.questions.iter().filter(|question| !question.answer.is_empty()).map(answer).collect();
    if said.is_empty() {
        return String::new();
    }
    format!("<div class=\"answers\">\n<h2>Answers</h2>\n{}\n</div>", said.join("\n"))
}

fn answer(question: &DebriefQuestion) -> String {
    let mut parts =
        vec![format!("<h3 dir=\"auto\">{}</h3>", escaped(&question.prompt)), paragraph(&question.answer)];
    for probe in &question.probes {
        parts.push(format!("<h4 dir=\"auto\">{}</h4>", escaped(&probe.probe)));
        parts.push(match probe.answer.is_empty() {
            true => "<p>Passed over.</p>".to_owned(),
            false => paragraph(&probe.answer),
        });
    }
    parts.join("\n")
}

/// The user's words with their line breaks, which the style keeps.
fn paragraph(words: &str) -> String {
    format!("<p class=\"said\" dir=\"auto\">{}</p>", escaped(words))
}

fn list(sentences: &[String]) -> String {
    let items: Vec<String> =
        sentences.iter().map(|sentence| format!("<li dir=\"auto\">{}</li>", escaped(sentence))).collect();
    format!("<ul>\n{}\n</ul>", items.join("\n"))
}

fn table(caption: &str, heads: &[&str], rows: impl Iterator<Item = String>) -> String {
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    let rows: Vec<String> = rows.collect();
    format!(
        "<table>\n<caption>{caption}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>",
        rows.join("\n")
    )
}
