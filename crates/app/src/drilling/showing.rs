//! One drill as the window shows it.

use std::collections::HashMap;

use phrasing::{Check, Dimension, Finding, Kind, Language, Span};
use store::{Drill, DrillInPlay, Take, TakeId};

use crate::{
    App, AppError,
    checking::check_text,
    own_sentence::{findings_within, marks_of},
    questions::competency_view,
    reviewing::count,
    rows::{id, millis},
    view::{AnswerMode, DrillFigures, DrillItem},
};

impl App {
    pub(super) fn drill_items(&self, drills: &[DrillInPlay]) -> Result<Vec<DrillItem>, AppError> {
        // Several sentences of one take are read with one check.
        let mut checks: HashMap<TakeId, (Take, Check)> = HashMap::new();
        drills
            .iter()
            .map(|one| {
                let mode = self.question_of(&self.store.answer(one.answer_id)?).mode;
                if !checks.contains_key(&one.drill.take_id) {
                    let take = self.store.take(one.drill.take_id)?;
                    let ignored = self.ignored_spans(&take)?;
                    let check = check_text(&self.checker, &take.text, mode, self.settings.level, &ignored);
                    checks.insert(take.id, (take, check));
                }
                let findings = checks
                    .get(&one.drill.take_id)
                    .filter(|(take, _)| place(&one.drill).of(&take.text) == one.drill.sentence)
                    .map(|(_, check)| findings_within(check, place(&one.drill)))
                    .unwrap_or_default();
                Ok(DrillItem {
                    drill_id: id(one.drill.id.0),
                    version: one.drill.version,
                    take_id: id(one.drill.take_id.0),
                    answer_id: id(one.answer_id.0),
                    said_at: millis(one.said_at),
                    prompt: one.prompt.clone(),
                    competency: competency_view(&one.competency),
                    dimension: label(&one.drill.dimension),
                    text: one.drill.sentence.clone(),
                    ask: one.drill.ask.clone(),
                    figures: self.drill_figures(&one.drill, &one.drill.sentence, &findings, mode),
                    marks: marks_of(&one.drill.sentence, findings),
                    tries: one.drill.reps,
                    passed_before: one.drill.passed.clone(),
                })
            })
            .collect()
    }

    /// What is counted in some words, and how they score on the drill's dimension with nothing around them.
    pub(super) fn drill_figures(
        &self,
        drill: &Drill,
        words: &str,
        findings: &[Finding],
        mode: AnswerMode,
    ) -> DrillFigures {
        let counted = |kinds: &[Kind]| {
            count(findings.iter().filter(|one| one.weight > 0.0 && kinds.contains(&one.kind)).count())
        };
        let alone = check_text(&self.checker, words, mode, self.settings.level, &[]);
        DrillFigures {
            strong: counted(&[Kind::Strong]),
            weak: counted(&[Kind::Weak, Kind::HiddenActor]),
            score: score_on(&alone, &drill.dimension),
        }
    }
}

fn score_on(check: &Check, dimension: &str) -> Option<u32> {
    let dimension = Dimension::ALL.into_iter().find(|one| one.as_str() == dimension)?;
    (check.language == Language::English && *check.probed.of(dimension))
        .then(|| u32::from(check.scores.get(dimension)))
}

/// Where a drill's sentence stands in the take it was made from.
pub(super) fn place(drill: &Drill) -> Span {
    Span::new(drill.span.start as usize, drill.span.end as usize)
}

/// A dimension as the head of a column: "Decisions".
fn label(dimension: &str) -> String {
    let mut letters = dimension.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
