//! The memory model: what a wanted recall costs, and weights fitted to the user's own log.

use std::collections::HashMap;

use jiff::civil::Date;
use review::{
    DesiredRetention, FITTED_FROM_REVIEWS, Fitted, Grade, Performance, ReviewError, Scheduler, Weights,
    plan::retention_costs, telling_reviews,
};
use serde::{Deserialize, Serialize};
use store::{AnswerId, Card, Store};

use crate::{
    App, AppError,
    reviewing::{count, minutes},
    rows::{memory_card, millis},
    view::{ModelView, RetentionCost},
};

/// The row that the model is kept in, as one JSON object.
const KEY: &str = "memory-model";

/// What is kept of fitting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Model {
    /// The model that the weights belong to; those of another one are not used.
    model: String,
    /// The weights in use; none for the published ones.
    weights: Option<Weights>,
    /// When they were fitted, milliseconds since 1970.
    fitted_at: Option<i64>,
    /// The last attempt.
    last: Option<Attempt>,
}

/// An attempt to fit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Attempt {
    loss_before: f32,
    loss_after: f32,
    kept: bool,
    held_out: u32,
}

impl Default for Model {
    fn default() -> Self {
        Model { model: Weights::MODEL.to_owned(), weights: None, fitted_at: None, last: None }
    }
}

impl Model {
    /// Reads it. What a later version or a damaged row holds counts for nothing: the published weights are used.
    pub(crate) fn read(store: &Store) -> Model {
        let kept: Option<Model> = store.setting(KEY).ok().flatten();
        kept.filter(|kept| kept.model == Weights::MODEL).unwrap_or_default()
    }

    pub(crate) fn weights(&self) -> Weights {
        self.weights.clone().unwrap_or_default()
    }
}

/// Everything that fitting works on, so that it can be done away from the open answers: it takes seconds.
#[derive(Debug, Clone)]
pub struct FittingWork {
    log: Vec<Performance<i64>>,
    present: Weights,
}

impl FittingWork {
    /// Fits.
    ///
    /// # Errors
    /// When there are too few reviews, or none that say anything.
    pub fn fit(self) -> Result<Fitted, AppError> {
        Ok(review::fit(self.log, &self.present)?)
    }
}

impl App {
    /// The memory model, and whether it can be fitted.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn memory_model(&mut self) -> Result<ModelView, AppError> {
        let model = &self.model;
        let last = model.last.as_ref();
        Ok(ModelView {
            reviews: count(telling_reviews(self.performances()?)),
            needed: count(FITTED_FROM_REVIEWS),
            fitted: model.weights.is_some(),
            fitted_at: model.fitted_at,
            loss_before: last.map(|last| last.loss_before),
            loss_after: last.map(|last| last.loss_after),
            result: last.map(said_of),
            costs: self.costs()?,
        })
    }

    /// What fitting works on.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn fitting_work(&mut self) -> Result<FittingWork, AppError> {
        Ok(FittingWork { log: self.performances()?, present: self.model.weights() })
    }

    /// Keeps what came of fitting: the weights only if they foretell held-out reviews better. Then each memory is
    /// reckoned anew from the log; no date moves.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_fitted(&mut self, fitted: &Fitted) -> Result<ModelView, AppError> {
        let attempt = Attempt {
            loss_before: fitted.loss_before,
            loss_after: fitted.loss_after,
            kept: fitted.kept,
            held_out: fitted.held_out,
        };
        let (weights, fitted_at) = if fitted.kept {
            (Some(fitted.weights.clone()), Some(millis(self.clock.now())))
        } else {
            (self.model.weights.clone(), self.model.fitted_at)
        };
        self.use_model(Model { weights, fitted_at, last: Some(attempt), ..Model::default() })
    }

    /// Goes back to the published weights.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn forget_memory_model(&mut self) -> Result<ModelView, AppError> {
        self.use_model(Model::default())
    }

    fn use_model(&mut self, model: Model) -> Result<ModelView, AppError> {
        let reckon = model.weights != self.model.weights;
        let scheduler = Scheduler::new(self.retention()?, &model.weights())?;
        let mut log: HashMap<AnswerId, Vec<(Date, Grade)>> = HashMap::new();
        if reckon {
            for (answer, day, grade) in self.store.grades()? {
                log.entry(answer).or_default().push((day, Grade::try_from(grade)?));
            }
        }
        self.store.write(|tx| {
            tx.set_setting(KEY, &model)?;
            for (answer, log) in &log {
                let Some(card) = tx.card(*answer)? else { continue };
                let Some(memory) = scheduler.rebuild(log).and_then(|card| card.memory) else { continue };
                let memory = card.memory.map(|before| store::Memory {
                    stability: f64::from(memory.stability),
                    difficulty: f64::from(memory.difficulty),
                    ..before
                });
                tx.update_card(&Card { memory, ..card.clone() }, card.version)?;
            }
            Ok::<_, AppError>(())
        })?;
        self.model = model;
        self.back_up_if_due();
        self.memory_model()
    }

    pub(crate) fn retention(&self) -> Result<DesiredRetention, ReviewError> {
        #[expect(clippy::cast_precision_loss, reason = "a percentage")]
        DesiredRetention::new(self.settings.retention as f32 / 100.0)
    }

    fn performances(&self) -> Result<Vec<Performance<i64>>, AppError> {
        let grades = self.store.grades()?.into_iter();
        grades
            .map(|(answer, day, grade)| {
                Ok(Performance { card: answer.0, day, grade: Grade::try_from(grade)? })
            })
            .collect()
    }

    /// What each wanted recall would cost. Nothing while there is nothing in review.
    fn costs(&self) -> Result<Vec<RetentionCost>, AppError> {
        let cards = self.store.all_cards()?;
        if cards.is_empty() {
            return Ok(Vec::new());
        }
        // Of many, some stand for the rest.
        let step = cards.len().div_ceil(RECKONED);
        #[expect(clippy::cast_precision_loss, reason = "a share")]
        let stands_for = cards.len() as f32 / cards.len().div_ceil(step) as f32;
        let memories: Vec<_> = cards
            .iter()
            .step_by(step)
            .map(|card| (memory_card(&card.card), minutes(card) * stands_for))
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "a percentage")]
        let wanted = retentions()
            .map(|percent| DesiredRetention::new(percent as f32 / 100.0))
            .collect::<Result<Vec<_>, _>>()?;
        let cards = memories.iter().map(|(card, minutes)| (card, *minutes));
        let costs = retention_costs(&self.model.weights(), cards, self.today_date(), &wanted)?;
        Ok(retentions()
            .zip(costs)
            .map(|(retention, (_, minutes_a_day))| RetentionCost { retention, minutes_a_day })
            .collect())
    }
}

/// The cost of a wanted recall is reckoned with so many cards.
const RECKONED: usize = 500;

/// The wanted recalls that can be set, in percent.
fn retentions() -> impl Iterator<Item = u32> {
    70..=97
}

fn said_of(attempt: &Attempt) -> String {
    let Attempt { loss_before, loss_after, kept, held_out } = attempt;
    let losses =
        format!("On {held_out} reviews it had not seen: {loss_before:.3} before, {loss_after:.3} after.");
    if *kept { format!("{losses} Kept.") } else { format!("{losses} Not kept: it was no better.") }
}
