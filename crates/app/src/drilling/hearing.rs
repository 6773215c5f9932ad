//! A try, read in its place in the answer.
//!
//! The try is checked where its sentence stood, with the rest of the take around it, and not alone: whether a text speaks
//! of work at all is judged over all of it, and a single sentence ("I said no to it") is often too little to tell, so
//! that nothing in it would be marked. The words around cannot run into it: for the check, the sentence before and the
//! try itself are closed. Only the score is that of the words alone, as it is shown.

use phrasing::{Check, CoverageItem, Dimension, Kind, Language, Span};
use practice::drill::{Verdict, judge, reason};
use store::{Answer, Drill, Take};

use crate::{
    App, AppError,
    checking::check_text,
    own_sentence::{findings_within, marks_of},
    view::{DrillFigures, Mark},
};

use super::{gathering::marked, placing::carried, showing::place};

/// A gain of fewer points closes nothing.
const LEAST_GAIN: f32 = 0.5;

/// What was heard in a try.
pub(super) struct Heard {
    pub(super) passed: bool,
    pub(super) reason: String,
    pub(super) marks: Vec<Mark>,
    pub(super) there: Vec<String>,
    pub(super) missing: Option<String>,
    pub(super) figures: DrillFigures,
}

impl App {
    /// Reads and judges a try, whose marks are offsets into `said` as it was typed.
    pub(super) fn hear(
        &self,
        drill: &Drill,
        take: &Take,
        answer: &Answer,
        said: &str,
    ) -> Result<Heard, AppError> {
        let (mode, level) = (self.question_of(answer).mode, self.settings.level);
        let (text, span) = in_its_place(&take.text, place(drill), said);
        let ignored: Vec<(String, Span)> = self
            .ignored_spans(take)?
            .into_iter()
            .filter_map(|(rule, at)| Some((rule, carried(at, place(drill), take.text.len(), text.len())?)))
            .collect();
        let check = check_text(&self.checker, &text, mode, level, &ignored);
        let alone = check_text(&self.checker, said, mode, level, &[]);
        let findings = findings_within(&check, span);
        if findings.is_empty() && alone.language == Language::NotEnglish {
            return Err(AppError::NotEnglish);
        }
        let marked = marked(said, &findings);
        let verdict = judge(&drill.sentence, said, &marked);
        let mut there: Vec<String> = Vec::new();
        for finding in findings.iter().filter(|finding| finding.kind == Kind::Strong && finding.weight > 0.0)
        {
            let note = lower(&finding.note);
            if !there.contains(&note) {
                there.push(note);
            }
        }
        Ok(Heard {
            passed: verdict.passed(),
            reason: reason(verdict, &drill.dimension, &marked),
            there,
            missing: closing(verdict, &alone),
            figures: self.drill_figures(drill, said, &findings, mode),
            marks: marks_of(said, findings),
        })
    }
}

/// What would close a try that passed: of what one sentence can still hold, the question with the largest gain.
fn closing(verdict: Verdict, alone: &Check) -> Option<String> {
    let fits = |item: CoverageItem| !matches!(item, CoverageItem::Learning | CoverageItem::OwnAction);
    let outcome_told = alone
        .findings
        .iter()
        .any(|finding| finding.kind == Kind::Strong && finding.dimension == Dimension::Impact);
    alone
        .missing
        .iter()
        .filter(|missing| verdict.passed() && fits(missing.item) && missing.gain >= LEAST_GAIN)
        .filter(|missing| !(outcome_told && missing.item == CoverageItem::MeasuredOutcome))
        .max_by(|a, b| a.gain.total_cmp(&b.gain))
        .map(|missing| lower(&missing.ask))
}

/// A take's text with other words in the place of a sentence, and where they stand. Nothing around runs into them.
fn in_its_place(text: &str, sentence: Span, words: &str) -> (String, Span) {
    // A place that is none in this text would be a damaged row: the try then stands behind all of it.
    let around = text.get(..sentence.start).zip(text.get(sentence.end..));
    let (before, after) = around.unwrap_or((text, ""));
    let mut whole = before.to_owned();
    if !before.trim_end().is_empty() && !before.ends_with('\n') && !closed(before) {
        whole.truncate(before.trim_end().len());
        whole.push_str(". ");
    }
    let start = whole.len();
    whole.push_str(words);
    let span = Span::new(start, whole.len());
    if !closed(words) {
        whole.push('.');
    }
    if !after.starts_with(char::is_whitespace) {
        whole.push(' ');
    }
    whole.push_str(after);
    (whole, span)
}

/// Whether a text ends as a sentence does.
pub(super) fn closed(text: &str) -> bool {
    text.trim_end().trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':', '…'])
}

/// With a small first letter, unless the first word is an "I" or a name in capitals.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}
