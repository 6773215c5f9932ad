//! How ready the answers are for the interview: a cell for each competency.

use std::collections::HashMap;

use jiff::civil::Date;
use question_bank::Competency;
use review::READY_SCORE;

use crate::{
    App, AppError,
    rows::memory_card,
    view::{Interview, InterviewView, ReadinessCell},
};

/// An answer counts as still recalled on the day when its chance of it is at least this: the lowest retention that can
/// be wished for (`DesiredRetention::LOWEST`).
const STILL_RECALLED: f32 = 0.70;
/// How many competencies are named as next to close.
const NEXT: usize = 3;

/// The best of a competency's answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct BestAnswer {
    /// The highest best score of its answers, 0–100.
    pub(crate) score: u8,
    /// One of its answers is good enough, and would still be recalled.
    pub(crate) ready: bool,
}

impl App {
    /// The interviews whose day has not passed, the next one first.
    pub(crate) fn interviews_to_come(&self) -> Vec<(Date, &Interview)> {
        let today = self.today_date();
        let mut to_come: Vec<(Date, &Interview)> = self
            .settings
            .interviews
            .iter()
            .filter_map(|one| Some((one.day.parse::<Date>().ok()?, one)))
            .filter(|(day, _)| *day >= today)
            .collect();
        to_come.sort_by_key(|(day, _)| *day);
        to_come
    }

    /// The day of the next interview.
    pub(crate) fn interview_day(&self) -> Option<Date> {
        self.interviews_to_come().first().map(|(day, _)| *day)
    }

    /// The best answer by competency among `answers`; ready when it would still be recalled on the day `on`.
    pub(crate) fn best_by_competency(
        &self,
        answers: &[store::AnswerRow],
        on: Date,
    ) -> Result<HashMap<String, BestAnswer>, AppError> {
        let scheduler = self.scheduler()?;
        let cards: HashMap<_, _> =
            self.store.all_cards()?.into_iter().map(|card| (card.card.answer_id, card.card)).collect();
        let mut best: HashMap<String, BestAnswer> = HashMap::new();
        for row in answers {
            let Some(score) = row.best_score else { continue };
            let recalled = || {
                cards
                    .get(&row.id)
                    .and_then(|card| scheduler.retrievability(&memory_card(card), on))
                    .is_some_and(|chance| chance >= STILL_RECALLED)
            };
            let ready = score >= READY_SCORE && recalled();
            let known = best.entry(row.competency.clone()).or_default();
            *known = BestAnswer { score: known.score.max(score), ready: known.ready || ready };
        }
        Ok(best)
    }

    /// The interview that is set, unless its day has passed.
    pub(crate) fn interview(&self) -> Result<Option<InterviewView>, AppError> {
        let today = self.today_date();
        let to_come = self.interviews_to_come();
        let Some(&(day, interview)) = to_come.first() else { return Ok(None) };
        let days_left = u32::try_from((day - today).get_days()).unwrap_or(0);
        let answers = self.store.list_answers(&store::AnswerFilter::default())?.rows;
        let best = self.best_by_competency(&answers, day)?;
        let state = |competency: &Competency| best.get(competency.as_str()).copied().unwrap_or_default();
        let mut open: Vec<&Competency> =
            Competency::ALL.iter().filter(|competency| !state(competency).ready).collect();
        // What is closest to ready first, then what interviews ask for most.
        open.sort_by_key(|competency| {
            (std::cmp::Reverse(state(competency).score), std::cmp::Reverse(competency.weight()))
        });
        let mut cells: Vec<ReadinessCell> = Competency::ALL
            .iter()
            .map(|competency| ReadinessCell {
                competency: competency.as_str().to_owned(),
                label: competency.label().to_owned(),
                score: best.get(competency.as_str()).map(|best| u32::from(best.score)),
                ready: state(competency).ready,
            })
            .collect();
        cells.sort_by_key(|cell| !cell.ready);
        Ok(Some(InterviewView {
            name: interview.name.clone(),
            day: day.to_string(),
            days_left,
            cells,
            next_to_close: open.iter().take(NEXT).map(|competency| competency.label().to_owned()).collect(),
            later: to_come[1..].iter().map(|(_, one)| (*one).clone()).collect(),
        }))
    }
}
