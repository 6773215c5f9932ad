//! The report as text for people.
//!
//! - [`table`] aligned columns; [`prose`] wrapped lines
//! - the rest: one file for each part of the report

mod answers;
mod errors;
mod neutral;
mod prose;
mod rules;
mod sentences;
mod structure;
mod table;
mod targets;

use crate::measure::Measured;

/// The report on one half or set, with so many of the worst of everything.
pub fn page(title: &str, measured: &Measured, worst: usize) -> String {
    let parts = [
        targets::part(measured),
        sentences::part(&measured.sentences),
        sentences::dimensions(&measured.sentences),
        sentences::roughness(&measured.roughness),
        answers::ranking(&measured.answers, worst),
        answers::stuffing(&measured.stuffing),
        neutral::part(&measured.neutral, worst),
        structure::part(&measured.structure),
        rules::part(&measured.sentences),
        errors::part(&measured.sentences, worst),
    ];
    let mut page = format!("{title}\n{}\n", "=".repeat(title.chars().count()));
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        page.push('\n');
        page.push_str(part.trim_end());
        page.push('\n');
    }
    page
}

/// A figure between 0 and 1, or a dash where there is none.
fn share(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::corpus::Texts;

    fn texts() -> Texts {
        let sentence = |text: &str, ownership: bool, coordination: bool| {
            let labels = format!(r#""ownership": {ownership}, "coordination": {coordination}"#);
            serde_json::from_str(&format!(
                r#"{{"id": "{text}", "text": "{text}", "trick": "mixed", {labels}}}"#
            ))
            .unwrap()
        };
        Texts {
            sentences: vec![
                sentence("I cut the export from the launch because nobody used it.", true, false),
                sentence("The river rose at night and the bridge was gone.", true, true),
            ],
            neutral: vec![
                serde_json::from_str(
                    r#"{"id": "n1", "kind": "memoir", "text": "I cut the export from the launch because nobody used it."}"#,
                )
                .unwrap(),
            ],
            ..Texts::default()
        }
    }

    #[test]
    fn what_was_missed_is_marked_and_what_was_reached_is_not() {
        let page = page("Tuning half", &Measured::of(&texts()), 10);
        let line = |start: &str| page.lines().find(|line| line.trim_start().starts_with(start)).unwrap();
        assert!(page.starts_with("Tuning half\n===========\n"), "{page}");
        assert!(line("neutral findings per 100 words").ends_with("missed"), "{page}");
        assert!(!line("sentences ownership precision").contains("missed"), "{page}");
    }

    #[test]
    fn mistakes_are_told_with_their_reasons() {
        let page = page("Set", &Measured::of(&texts()), 10);
        let (_, missed) = page.split_once("Ownership missed: 1").expect("its part is there");
        assert!(missed.contains("The river rose at night"), "{page}");
        assert!(missed.contains("balance"), "{page}");
        assert!(!page.contains("Ownership wrongly seen: 1"), "{page}");
    }

    #[test]
    fn no_more_of_the_worst_is_shown_than_was_asked_for() {
        let page = page("Set", &Measured::of(&texts()), 0);
        assert!(page.contains("Ownership missed: 1") && !page.contains("The river rose"), "{page}");
    }

    #[test]
    fn parts_without_texts_are_left_out() {
        let page = page("Set", &Measured::of(&texts()), 10);
        assert!(!page.contains("Stuffed") && !page.contains("Stories"), "{page}");
    }
}
