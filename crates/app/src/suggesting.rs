//! Which question to answer next.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use practice::{
    chance::seeded,
    choice::{Candidate, Wish, choose},
};
use question_bank::{Competency, Question};

use crate::{
    App, AppError,
    questions::{capitalised, question_view},
    view::{QuestionView, Suggestion},
};

impl App {
    /// A question to practise, none of those named in `not`, the latest shown last, and none that is suspended: on the
    /// first launch one of the easy openers, later by weakest dimension, time since last seen and how often interviews ask
    /// for it. One that fits into `minutes`, or the shortest there is; never the competency that was asked last while
    /// there is another.
    ///
    /// # Errors
    /// When the answers cannot be read; [`AppError::EverythingSuspended`].
    pub fn suggest_question(&mut self, not: &[String], minutes: Option<u32>) -> Result<Suggestion, AppError> {
        let told = self.last_told()?;
        let latest =
            self.store.recent_takes(1)?.pop().map(|take| self.store.answer(take.answer_id)).transpose()?;
        let suspended = self.store.suspended_questions()?;
        if latest.is_none() && minutes.is_none() {
            let open = |question: &&&Question| !suspended.contains(question.id.as_str());
            let first = self.bank.first_questions();
            let next = first.iter().filter(open).find(|q| !not.iter().any(|id| id == q.id.as_str()));
            if let Some(question) = next.or(first.iter().find(open)) {
                return Ok(Suggestion { question: question_view(question), reason: None });
            }
        }
        let shown = not.last().and_then(|id| self.bank.get(&id.as_str().into()));
        let refused: HashSet<&str> =
            not.iter().map(String::as_str).chain(suspended.iter().map(String::as_str)).collect();
        let asked: Vec<&Question> =
            self.bank.all().iter().filter(|question| !suspended.contains(question.id.as_str())).collect();
        let dimensions: Vec<Vec<&str>> = asked.iter().map(|question| dimensions_of(question)).collect();
        let candidates =
            candidates(&asked, &dimensions, |id| told.get(id).copied(), |id| refused.contains(id));
        let weakest = self.weakest_dimension()?;
        let label = weakest.as_ref().map(|weakest| capitalised(&weakest.dimension));
        let asked_last: Vec<&str> = shown
            .map(|question| question.competency.as_str())
            .into_iter()
            .chain(latest.as_ref().map(|answer| answer.competency.as_str()))
            .collect();
        let wish = Wish {
            today: self.today_date(),
            weakest: weakest
                .as_ref()
                .zip(label.as_ref())
                .map(|(weakest, label)| (&*weakest.dimension, &**label)),
            not_question: latest.as_ref().map(|answer| answer.question_id.as_str()),
            not_competencies: &asked_last,
            minutes,
        };
        // The same day proposes the same question, until it is answered or another one is asked for.
        let seed = seed_of(wish.today, told.len() as u64 ^ ((not.len() as u64) << 32));
        match choose(&candidates, &wish, &mut seeded(seed)) {
            Some(choice) => {
                let question = question_view(asked[choice.index]);
                Ok(Suggestion { question, reason: Some(choice.reason.to_string()) })
            }
            // Every question was refused: begin again.
            None if !not.is_empty() => self.suggest_question(&[], minutes),
            None => Err(AppError::EverythingSuspended),
        }
    }

    /// A question for each competency that is not among `shown`: one never answered and not suspended, of the weakest
    /// dimension rather than another. The same day proposes the same ones until something is answered.
    pub(crate) fn unanswered_by_competency<'a>(
        &self,
        shown: impl IntoIterator<Item = &'a str>,
    ) -> Result<Vec<QuestionView>, AppError> {
        let shown: HashSet<&str> = shown.into_iter().collect();
        if Competency::ALL.iter().all(|one| shown.contains(one.as_str())) {
            return Ok(Vec::new());
        }
        let told = self.last_told()?;
        let suspended = self.store.suspended_questions()?;
        let asked: Vec<&Question> = self
            .bank
            .all()
            .iter()
            .filter(|question| !told.contains_key(question.id.as_str()))
            .filter(|question| !suspended.contains(question.id.as_str()))
            .collect();
        let dimensions: Vec<Vec<&str>> = asked.iter().map(|question| dimensions_of(question)).collect();
        let weakest = self.weakest_dimension()?;
        let wish = Wish {
            today: self.today_date(),
            weakest: weakest.as_ref().map(|weakest| (&*weakest.dimension, &*weakest.dimension)),
            not_question: None,
            not_competencies: &[],
            minutes: None,
        };
        let mut chance = seeded(seed_of(wish.today, told.len() as u64));
        let mut questions = Vec::new();
        for competency in Competency::ALL.iter().filter(|one| !shown.contains(one.as_str())) {
            let candidates = candidates(
                &asked,
                &dimensions,
                |_| None,
                |id| self.bank.get(&id.into()).is_none_or(|question| question.competency != *competency),
            );
            if let Some(choice) = choose(&candidates, &wish, &mut chance) {
                questions.push(question_view(asked[choice.index]));
            }
        }
        Ok(questions)
    }

    /// The questions of the bank that were answered, with the day of the last time.
    fn last_told(&self) -> Result<HashMap<String, Date>, AppError> {
        let questions: Vec<&str> = self.bank.all().iter().map(|question| question.id.as_str()).collect();
        let told = self.store.last_told(&questions)?;
        Ok(told.into_iter().map(|(question, at)| (question, self.day_of(at))).collect())
    }
}

fn dimensions_of(question: &Question) -> Vec<&'static str> {
    question.dimensions.iter().map(|dimension| dimension.as_str()).collect()
}

fn candidates<'a>(
    asked: &[&'a Question],
    dimensions: &'a [Vec<&'a str>],
    last_seen: impl Fn(&str) -> Option<Date>,
    refused: impl Fn(&str) -> bool,
) -> Vec<Candidate<'a>> {
    let mut sizes: HashMap<Competency, f64> = HashMap::new();
    for question in asked {
        *sizes.entry(question.competency).or_default() += 1.0;
    }
    asked
        .iter()
        .zip(dimensions)
        .map(|(question, dimensions)| Candidate {
            question: question.id.as_str(),
            competency: question.competency.as_str(),
            // Interviews ask for a competency so often, however many questions of it there are.
            competency_weight: f64::from(question.competency.weight())
                / sizes.get(&question.competency).copied().unwrap_or(1.0),
            dimensions,
            minutes: u32::from(question.minutes),
            last_seen: last_seen(question.id.as_str()),
            suspended: refused(question.id.as_str()),
        })
        .collect()
}

/// A number that changes with the day and with `salt`.
fn seed_of(today: Date, salt: u64) -> u64 {
    today.to_string().bytes().fold(salt, |seed, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte)))
}
