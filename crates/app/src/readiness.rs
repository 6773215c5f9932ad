//! How ready the answers are for the interview: a cell for each competency.

use std::collections::HashMap;

use jiff::civil::Date;
use question_bank::Competency;
use review::READY_SCORE;
use store::{AnswerId, Card};

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

impl App {
    /// The interviews that are set and not past, the earliest first.
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

    /// The interview that is set, unless its day has passed.
    pub(crate) fn interview(&self) -> Result<Option<InterviewView>, AppError> {
        let to_come = self.interviews_to_come();
        let Some(&(day, interview)) = to_come.first() else { return Ok(None) };
        let days_left = u32::try_from((day - self.today_date()).get_days()).unwrap_or(0);
        let scheduler = self.scheduler()?;
        let cards: HashMap<AnswerId, Card> =
            self.store.all_cards()?.into_iter().map(|one| (one.card.answer_id, one.card)).collect();
        let mut best: HashMap<String, (u8, bool)> = HashMap::new();
        for row in self.store.list_answers(&store::AnswerFilter::default())?.rows {
            let Some(score) = row.best_score else { continue };
            let recalled = cards
                .get(&row.id)
                .and_then(|card| scheduler.retrievability(&memory_card(card), day))
                .is_some_and(|chance| chance >= STILL_RECALLED);
            let ready = score >= READY_SCORE && recalled;
            let cell = best.entry(row.competency).or_insert((0, false));
            *cell = (cell.0.max(score), cell.1 || ready);
        }
        let state = |competency: &Competency| best.get(competency.as_str()).copied().unwrap_or((0, false));
        let mut open: Vec<&Competency> =
            Competency::ALL.iter().filter(|competency| !state(competency).1).collect();
        // What is closest to ready first, then what interviews ask for most.
        open.sort_by_key(|competency| {
            (std::cmp::Reverse(state(competency).0), std::cmp::Reverse(competency.weight()))
        });
        let mut cells: Vec<ReadinessCell> = Competency::ALL
            .iter()
            .map(|competency| ReadinessCell {
                competency: competency.as_str().to_owned(),
                label: competency.label().to_owned(),
                score: best.get(competency.as_str()).map(|(score, _)| u32::from(*score)),
                ready: state(competency).1,
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
