//! What a story says: its ranges, and its form on disk.

use question_bank::Competency;
use serde::{Deserialize, Serialize};
use store::StoreError;

use crate::{
    AppError,
    view::{StoryNumber, StoryText},
};

/// Longest title, in characters.
const LONGEST_TITLE: usize = 120;
/// Longest part, in characters: some 1,600 words.
const LONGEST_PART: usize = 10_000;
/// Numbers of a story, at most.
const MOST_NUMBERS: usize = 12;
/// Longest value of a number, in characters.
const LONGEST_VALUE: usize = 40;
/// Longest meaning of a number, in characters.
const LONGEST_MEANING: usize = 120;

/// A story but its title, as JSON in the store. What a later version adds is left out, and what an earlier one lacks is
/// empty.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Body {
    situation: String,
    task: String,
    action: String,
    result: String,
    numbers: Vec<Number>,
    fits: Vec<String>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Number {
    value: String,
    meaning: String,
}

/// The story as the store keeps it, without its title.
pub(super) fn body(text: &StoryText) -> Result<String, AppError> {
    let numbers = text.numbers.iter();
    let body = Body {
        situation: text.situation.clone(),
        task: text.task.clone(),
        action: text.action.clone(),
        result: text.result.clone(),
        numbers: numbers
            .map(|number| Number { value: number.value.clone(), meaning: number.meaning.clone() })
            .collect(),
        fits: text.fits.clone(),
    };
    serde_json::to_string(&body).map_err(json)
}

/// The story as it is kept. Competencies that there are no more are left out.
pub(super) fn kept(title: &str, body: &str) -> Result<StoryText, AppError> {
    let body: Body = serde_json::from_str(body).map_err(json)?;
    let numbers = body.numbers.into_iter();
    Ok(StoryText {
        title: title.to_owned(),
        situation: body.situation,
        task: body.task,
        action: body.action,
        result: body.result,
        numbers: numbers.map(|Number { value, meaning }| StoryNumber { value, meaning }).collect(),
        fits: in_order(&body.fits),
    })
}

fn json(source: serde_json::Error) -> AppError {
    StoreError::Json { what: "story", source }.into()
}

/// The competencies that are among these, each once, in the order of every screen.
fn in_order(fits: &[String]) -> Vec<String> {
    let named = |competency: &&Competency| fits.iter().any(|id| id == competency.as_str());
    Competency::ALL.iter().filter(named).map(|competency| competency.as_str().to_owned()).collect()
}

/// The story as it is to be kept: without blanks around it, and without numbers that were left empty.
///
/// # Errors
/// [`AppError::Invalid`] names the first field that is out of its range.
pub(super) fn judged(written: &StoryText) -> Result<StoryText, AppError> {
    let numbers: Vec<StoryNumber> = written
        .numbers
        .iter()
        .map(|number| StoryNumber { value: one_line(&number.value), meaning: one_line(&number.meaning) })
        .filter(|number| !number.value.is_empty() || !number.meaning.is_empty())
        .collect();
    let text = StoryText {
        title: one_line(&written.title),
        situation: part(&written.situation),
        task: part(&written.task),
        action: part(&written.action),
        result: part(&written.result),
        numbers,
        fits: in_order(&written.fits),
    };
    let known = |id: &String| Competency::ALL.iter().any(|competency| competency.as_str() == id);
    let of = |text: &str, range: std::ops::RangeInclusive<usize>| range.contains(&text.chars().count());
    let part = |text: &str| of(text, 0..=LONGEST_PART);
    const PART: &str = "at most 10,000 characters long";
    let invalid = [
        (of(&text.title, 1..=LONGEST_TITLE), "The title", "1 to 120 characters long"),
        (part(&text.situation), "The situation", PART),
        (part(&text.task), "The task", PART),
        (part(&text.action), "The action", PART),
        (part(&text.result), "The result", PART),
        (text.numbers.len() <= MOST_NUMBERS, "The list of numbers", "at most 12 numbers long"),
        (
            text.numbers.iter().all(|number| of(&number.value, 1..=LONGEST_VALUE)),
            "The value of each number",
            "1 to 40 characters long",
        ),
        (
            text.numbers.iter().all(|number| of(&number.meaning, 0..=LONGEST_MEANING)),
            "The meaning of each number",
            "at most 120 characters long",
        ),
        (
            written.fits.iter().all(known),
            "Each competency that it fits",
            "one of those that the matrix lists",
        ),
    ];
    match invalid.into_iter().find(|(right, ..)| !right) {
        Some((_, what, right)) => Err(AppError::Invalid { what, right }),
        None => Ok(text),
    }
}

/// Words in one line, whatever was pasted.
fn one_line(text: &str) -> String {
    let signs: String = text.chars().filter(|sign| sign.is_whitespace() || !sign.is_control()).collect();
    signs.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words with their line breaks, which are all of one kind.
fn part(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines
        .chars()
        .filter(|sign| matches!(sign, '\n' | '\t') || !sign.is_control())
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stories::sample::refund_path;

    proptest! {
        #[test]
        fn what_is_kept_is_kept_as_it_is(title in "\\PC{0,20}[ \r\n\0\u{85}]{0,3}x", part in "[\r\n\0 \\PC]{0,40}") {
            let number = StoryNumber { value: title.clone(), meaning: part.clone() };
            let written = StoryText {
                title,
                situation: part.clone(),
                result: part,
                numbers: vec![number],
                ..StoryText::default()
            };
            let once = judged(&written).unwrap();
            prop_assert_eq!(judged(&once).unwrap(), once.clone());
            prop_assert_eq!(kept(&once.title, &body(&once).unwrap()).unwrap(), once);
        }
    }

    #[track_caller]
    fn refused(change: impl FnOnce(&mut StoryText), message: &str) {
        let mut text = refund_path();
        change(&mut text);
        assert_eq!(judged(&text).unwrap_err().to_string(), message);
    }

    #[test]
    fn what_is_out_of_its_range_is_named() {
        let number =
            |value: &str, meaning: &str| StoryNumber { value: value.into(), meaning: meaning.into() };
        for title in [String::new(), " \n ".into(), "🙂".repeat(121)] {
            refused(|text| text.title = title, "The title has to be 1 to 120 characters long.");
        }
        let long = "é".repeat(10_001);
        refused(
            |text| text.situation = long.clone(),
            "The situation has to be at most 10,000 characters long.",
        );
        refused(|text| text.task = long.clone(), "The task has to be at most 10,000 characters long.");
        refused(|text| text.action = long.clone(), "The action has to be at most 10,000 characters long.");
        refused(|text| text.result = long.clone(), "The result has to be at most 10,000 characters long.");
        refused(
            |text| text.numbers = vec![number("1", "one"); 13],
            "The list of numbers has to be at most 12 numbers long.",
        );
        let value = "The value of each number has to be 1 to 40 characters long.";
        refused(|text| text.numbers.push(number("", "refunds a month")), value);
        refused(|text| text.numbers.push(number(&"9".repeat(41), "")), value);
        refused(
            |text| text.numbers.push(number("1", &"x".repeat(121))),
            "The meaning of each number has to be at most 120 characters long.",
        );
        refused(
            |text| text.fits.push("<b>".into()),
            "Each competency that it fits has to be one of those that the matrix lists.",
        );
    }

    #[test]
    fn what_is_in_its_range_is_kept_without_blanks_around_it() {
        let number =
            |value: &str, meaning: &str| StoryNumber { value: value.into(), meaning: meaning.into() };
        let written = StoryText {
            title: format!("  {}\r\n{} ", "é".repeat(59), "🙂".repeat(60)),
            situation: format!("\n{}\n\n", "x".repeat(10_000)),
            task: " \t\n".into(),
            action: "one\r\n\r\ntwo\rthree\u{0}".into(),
            result: String::new(),
            numbers: vec![number(" 40 → 0 ", " refunds\na month"), number(" ", ""), number("4 days", "")],
            fits: vec!["conflict-trust".into(), "program-execution".into(), "conflict-trust".into()],
        };
        let text = judged(&written).unwrap();
        assert_eq!(text.title, format!("{} {}", "é".repeat(59), "🙂".repeat(60)));
        assert_eq!((text.situation.len(), text.task.as_str()), (10_000, ""));
        assert_eq!(text.action, "one\n\ntwo\nthree");
        assert_eq!(text.numbers, [number("40 → 0", "refunds a month"), number("4 days", "")]);
        assert_eq!(text.fits, ["program-execution", "conflict-trust"]);
        assert_eq!(judged(&text).unwrap(), text);
        assert_eq!(kept(&text.title, &body(&text).unwrap()).unwrap(), text);
    }

    #[test]
    fn a_body_of_another_version_is_read_as_far_as_it_goes() {
        let text = kept("T", r#"{"task":"Mine","fits":["conflict-trust","gone"],"sequel":"more"}"#).unwrap();
        assert_eq!((text.task.as_str(), text.situation.as_str(), text.fits.len()), ("Mine", "", 1));
        assert!(kept("T", "3").is_err());
    }
}
