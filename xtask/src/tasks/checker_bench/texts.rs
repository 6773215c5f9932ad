//! What the checkers read: the prose that the crate's own benchmarks read as well.

#[path = "../../../../crates/phrasing/benches/prose/mod.rs"]
mod prose;

use std::{fs, path::Path};

use super::checkers::Form;
use crate::error::TaskError;

/// Words of an answer, a little more than one says in three minutes.
const ANSWER: usize = 500;
/// Answers in the file of many.
const ANSWERS: usize = 100;
/// One megabyte.
const MEGABYTE: usize = 1_000_000;

/// A text in the scratch folder.
pub struct Text {
    /// As it stands in the table.
    pub name: &'static str,
    pub words: usize,
    /// How often each checker reads it against the clock.
    pub rounds: usize,
    prose: &'static str,
    lines: Option<&'static str>,
}

impl Text {
    /// The name of the file that holds it in this form; none if it is not there in that form.
    pub fn file(&self, form: Form) -> Option<&'static str> {
        match form {
            Form::Prose => Some(self.prose),
            Form::Lines => self.lines,
        }
    }
}

/// Writes the texts into the scratch folder.
pub fn write(scratch: &Path) -> Result<[Text; 3], TaskError> {
    let write = |name: &str, text: &str| {
        let path = scratch.join(name);
        fs::write(&path, text).map_err(|source| TaskError::File { path, source })
    };
    let answers: Vec<String> = (0..ANSWERS).map(|number| prose::answer(number, ANSWER)).collect();
    let many = answers.join("\n\n");
    let megabyte = prose::of_size(MEGABYTE);
    write("answer.txt", &answers[0])?;
    write("answers.txt", &many)?;
    write("answers.jsonl", &json_lines(&answers))?;
    write("megabyte.txt", &megabyte)?;
    let words = |text: &str| text.split_whitespace().count();
    Ok([
        Text {
            name: "an answer of 500 words",
            words: words(&answers[0]),
            rounds: 11,
            prose: "answer.txt",
            lines: None,
        },
        Text {
            name: "100 such answers",
            words: words(&many),
            rounds: 5,
            prose: "answers.txt",
            lines: Some("answers.jsonl"),
        },
        Text { name: "1 MB", words: words(&megabyte), rounds: 5, prose: "megabyte.txt", lines: None },
    ])
}

fn json_lines(answers: &[String]) -> String {
    answers.iter().map(|text| format!("{}\n", serde_json::json!({ "text": text }))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_are_as_long_as_they_are_said_to_be() {
        let scratch = tempfile::tempdir().unwrap();
        let texts = write(scratch.path()).unwrap();
        assert_eq!(texts[0].words, 500);
        assert_eq!(texts[1].words, 50_000);
        assert_eq!(fs::metadata(scratch.path().join("megabyte.txt")).unwrap().len(), 1_000_000);
        let lines = fs::read_to_string(scratch.path().join("answers.jsonl")).unwrap();
        assert_eq!(lines.lines().count(), 100);
        let first: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
        assert_eq!(first["text"], fs::read_to_string(scratch.path().join("answer.txt")).unwrap());
    }

    #[test]
    fn answers_follow_one_another() {
        assert_ne!(prose::answer(0, 500), prose::answer(1, 500));
        assert_eq!(prose::answer(0, 500), prose::answer(5, 500));
        // Longer than any one of them, it goes on with the next.
        assert!(prose::answer(0, 900).contains(&prose::answer(1, 100)));
        assert_eq!(prose::answer(4, 2_000).split_whitespace().count(), 2_000);
    }
}
