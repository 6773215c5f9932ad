//! Which drills are due today, in which order, and when the others come.
//!
//! Those tried before come by the schedule. On top of them at most [`NEW_A_DAY`] that were never tried are begun in a
//! day: first those on the weakest dimension, then those that cost most. The order is that of review, with answers in
//! the place of competencies: two sentences of one answer follow each other only where there is no other way.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Span, civil::Date};
use review::{Waiting, queue};
use store::{Drill, DrillInPlay, DrillTry, Memory};

use super::gathering::AtOnce;
use crate::{App, AppError};

/// Never-tried sentences begun in a day. Each takes its explanation to be read; more than this is a lesson, not a drill.
const NEW_A_DAY: usize = 6;
/// Reading a sentence and saying it anew takes about 40 seconds. The times of one's own are not kept.
pub(crate) const SENTENCE_MINUTES: f32 = 40.0 / 60.0;

/// What drills cost today.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct DrillLoad {
    /// Sentences to say today.
    pub(crate) due: u32,
    /// Expected minutes for them.
    pub(crate) minutes: f32,
}

/// The drills as they stand on a day.
pub(super) struct DrillsToday {
    today: Date,
    /// Due, in the order in which they are asked.
    pub(super) due: Vec<DrillInPlay>,
    /// Different sentences tried today.
    pub(super) done: usize,
    /// Tried before, with a later day.
    later: Vec<Date>,
    /// Never tried, and not begun today.
    waiting: usize,
}

impl DrillsToday {
    /// Expected minutes for what is due.
    #[expect(clippy::cast_precision_loss, reason = "a few sentences")]
    pub(super) fn minutes(&self) -> f32 {
        self.due.len() as f32 * SENTENCE_MINUTES
    }

    /// All sentences that come back some day.
    pub(super) fn rotation(&self) -> usize {
        self.due.len() + self.later.len() + self.waiting
    }

    /// When nothing is due: the next day on which something is, and how much.
    pub(super) fn next(&self) -> Option<(Date, usize)> {
        let tomorrow = self.today.saturating_add(Span::new().days(1));
        if !self.due.is_empty() {
            return None;
        }
        let new = (self.waiting > 0).then_some(tomorrow);
        let day = self.later.iter().copied().chain(new).min()?;
        let tried = self.later.iter().filter(|later| **later == day).count();
        Some((day, tried + if new == Some(day) { self.waiting.min(NEW_A_DAY) } else { 0 }))
    }

    /// How many sentences come on each day, today first, if every one passes on its day: new ones as they are rationed.
    fn days(&self) -> BTreeMap<Date, usize> {
        let mut days = BTreeMap::new();
        if !self.due.is_empty() {
            days.insert(self.today, self.due.len());
        }
        for day in &self.later {
            *days.entry(*day).or_default() += 1;
        }
        let mut waiting = self.waiting;
        let mut day = self.today;
        while waiting > 0 {
            day = day.saturating_add(Span::new().days(1));
            let new = waiting.min(NEW_A_DAY);
            *days.entry(day).or_default() += new;
            waiting -= new;
        }
        days
    }
}

impl App {
    /// What drills cost today, for Today and its plan.
    pub(crate) fn drill_load(&mut self) -> Result<DrillLoad, AppError> {
        self.gather_if_possible(AtOnce::Few);
        let today = self.today_date();
        let (tried, never_tried) = self.store.drills_to_say(today)?;
        let due = tried + never_tried.min(crate::reviewing::count(self.new_drills_left(today)?));
        #[expect(clippy::cast_precision_loss, reason = "a few sentences")]
        let minutes = due as f32 * SENTENCE_MINUTES;
        Ok(DrillLoad { due, minutes })
    }

    /// How many sentences come next on which day, in order; for the forecast. Answers that changed since drills were last
    /// asked for are not gone through.
    pub(crate) fn drill_due_days(&self) -> Result<Vec<(Date, u32)>, AppError> {
        let days = self.drills_as_gathered()?.days();
        Ok(days.into_iter().map(|(day, sentences)| (day, crate::reviewing::count(sentences))).collect())
    }

    /// How many sentences may still be begun on a day.
    fn new_drills_left(&self, day: Date) -> Result<usize, AppError> {
        let tries = self.store.tries_on(day)?;
        Ok(NEW_A_DAY.saturating_sub(begun(&tries)))
    }

    /// The drills of today, after going through what changed.
    pub(super) fn drills_today(&mut self, at_once: AtOnce) -> Result<DrillsToday, AppError> {
        self.gather_if_possible(at_once);
        self.drills_as_gathered()
    }

    /// A full disk must not keep anybody from reading: what was gathered before is there all the same, and the rest is gone
    /// through the next time.
    fn gather_if_possible(&mut self, at_once: AtOnce) {
        drop(self.gather_drills(at_once));
    }

    fn drills_as_gathered(&self) -> Result<DrillsToday, AppError> {
        let today = self.today_date();
        let tries = self.store.tries_on(today)?;
        let (tried, mut new): (Vec<_>, Vec<_>) =
            self.store.drills_in_play()?.into_iter().partition(|one| one.drill.reps > 0);
        let (mut due, later): (Vec<_>, Vec<_>) =
            tried.into_iter().partition(|one| one.drill.due_day <= today);
        let weakest = self.weakest_dimension()?.map(|weakest| weakest.dimension);
        new.sort_by(|a, b| {
            let off = |one: &DrillInPlay| Some(&one.drill.dimension) != weakest.as_ref();
            off(a).cmp(&off(b)).then(b.drill.lost.total_cmp(&a.drill.lost)).then(a.drill.id.cmp(&b.drill.id))
        });
        let waiting = new.split_off(new.len().min(NEW_A_DAY.saturating_sub(begun(&tries)))).len();
        due.append(&mut new);
        Ok(DrillsToday {
            today,
            due: self.interleaved(due, today)?,
            done: tries.iter().map(|one| one.logged.drill_id).collect::<BTreeSet<_>>().len(),
            later: later.into_iter().map(|one| one.drill.due_day).collect(),
            waiting,
        })
    }

    fn interleaved(&self, due: Vec<DrillInPlay>, today: Date) -> Result<Vec<DrillInPlay>, AppError> {
        let scheduler = self.scheduler()?;
        let answers: Vec<String> = due.iter().map(|one| one.answer_id.0.to_string()).collect();
        let cards: Vec<review::Card> = due
            .iter()
            // Made when the clock was ahead: it is here all the same.
            .map(|one| review::Card { due: one.drill.due_day.min(today), ..drill_card(&one.drill) })
            .collect();
        let waiting = cards.iter().zip(&answers).enumerate().map(|(place, (card, answer))| Waiting {
            key: place,
            competency: answer,
            card,
        });
        let order = queue(&scheduler, waiting, today);
        let mut due: Vec<Option<DrillInPlay>> = due.into_iter().map(Some).collect();
        Ok(order.into_iter().filter_map(|place| due[place].take()).collect())
    }
}

/// The drill as the review crate knows it.
pub(super) fn drill_card(drill: &Drill) -> review::Card {
    #[expect(clippy::cast_possible_truncation, reason = "the model computes in single precision")]
    let memory = drill.memory.map(|memory| review::Memory {
        stability: memory.stability as f32,
        difficulty: memory.difficulty as f32,
    });
    review::Card {
        memory,
        last_day: drill.memory.map(|memory| memory.last_day),
        due: drill.due_day,
        reps: drill.reps,
        lapses: drill.lapses,
        state: match drill.state {
            store::DrillState::Active => review::CardState::Active,
            store::DrillState::Suspended => review::CardState::Suspended,
        },
    }
}

/// A drill brought to where the review crate says it stands now.
pub(super) fn scheduled(before: &Drill, now: &review::Card) -> Drill {
    let memory = now.memory.zip(now.last_day).map(|(memory, last_day)| Memory {
        stability: f64::from(memory.stability),
        difficulty: f64::from(memory.difficulty),
        last_day,
    });
    Drill { memory, due_day: now.due, reps: now.reps, lapses: now.lapses, ..before.clone() }
}

/// How many sentences were tried for the first time.
fn begun(tries: &[DrillTry]) -> usize {
    tries.iter().filter(|one| one.logged.before.reps == 0).count()
}
