//! The plan for today: which answers to say again and which questions are new, in the minutes there are.
//!
//! The set that is planned for is what the user prepares: every answer in review, and for each competency without one
//! a question that has not been answered yet. So a competency with nothing to show is never forgotten over polishing
//! the others, and the bank's other questions count for nothing until they are wanted.

use std::collections::HashMap;

use jiff::civil::Date;
use review::plan::{Candidate, DayLimits, plan_day, shortfall};
use store::{AnswerId, CardWithAnswer, NewReview};

use crate::{
    App, AppError, advice,
    questions::competency_weight,
    reviewing::{count, minutes},
    rows::memory_card,
    view::QuestionView,
};

/// Drills get at most this part of the minutes left today: they serve the answers, and do not take their place.
const MOST_FOR_DRILLS: f32 = 0.25;
/// Less than this, in minutes, is no time to begin an answer.
const TOO_SHORT: f32 = 0.5;

/// What to do today.
#[derive(Debug, Clone, Default)]
pub(crate) struct DayPlan {
    /// Answers to say again, in order.
    pub(crate) again: Vec<CardWithAnswer>,
    /// Expected minutes for them.
    pub(crate) minutes: f32,
    /// Questions to answer for the first time.
    pub(crate) new: Vec<QuestionView>,
    /// Sentences to say as the owner, and expected minutes for them.
    pub(crate) sentences: u32,
    /// Expected minutes for the sentences.
    pub(crate) sentence_minutes: f32,
    /// Answers that are due and have to wait.
    pub(crate) left: u32,
    /// With an interview ahead: what the minutes cannot do, and the way out.
    pub(crate) advice: Option<String>,
    /// Without one: over how many days what is left is spread.
    pub(crate) spread: Option<String>,
}

/// What may be planned: an answer in review, or a question never answered. Cards come first of equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Card(usize),
    New(usize),
}

/// What a shortfall was reckoned for. It takes some milliseconds, so it is kept until any of this changes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reckoned {
    today: Date,
    interview: Date,
    cards: Vec<(AnswerId, u32)>,
    new: Vec<String>,
    minutes_a_day: u32,
    new_a_day: u32,
    retention: u32,
}

impl App {
    /// Plans what is left of today.
    pub(crate) fn day_plan(&mut self) -> Result<DayPlan, AppError> {
        let cards = self.store.all_cards()?;
        self.day_plan_of(&cards)
    }

    pub(crate) fn day_plan_of(&mut self, cards: &[CardWithAnswer]) -> Result<DayPlan, AppError> {
        let today = self.today_date();
        let interview = self.interview_day();
        let scheduler = self.scheduler()?;
        let new = self.new_for_the_set(cards)?;
        let stories = self.stories_of_answers()?;
        let memories: Vec<review::Card> = cards.iter().map(|card| memory_card(&card.card)).collect();
        let left_today = Some(self.minutes_left_today()?).filter(|left| *left >= TOO_SHORT).unwrap_or(0.0);
        let drills = self.drill_load()?;
        let sentence_minutes = drills.minutes.min(left_today * MOST_FOR_DRILLS);
        let new_left = self.settings.new_per_day.saturating_sub(self.new_today()?);
        #[expect(clippy::cast_precision_loss, reason = "minutes of a day")]
        let minutes_a_day = self.settings.minutes_a_day as f32;
        let limits = DayLimits {
            minutes: left_today - sentence_minutes,
            new_left,
            minutes_a_day,
            new_a_day: self.settings.new_per_day,
            interview,
        };
        let candidates = || candidates(cards, &memories, &new, &stories);
        let plan = plan_day(&scheduler, candidates(), today, &limits);
        let mut day = DayPlan { left: count(plan.left.len()), ..DayPlan::default() };
        for planned in plan.asked {
            match planned.key {
                Key::Card(index) => {
                    day.minutes += planned.minutes;
                    day.again.push(cards[index].clone());
                }
                Key::New(index) => day.new.push(new[index].clone()),
            }
        }
        if sentence_minutes > 0.0 && drills.due > 0 {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few sentences")]
            #[expect(clippy::cast_precision_loss, reason = "a few sentences")]
            let fit = (drills.due as f32 * sentence_minutes / drills.minutes).ceil() as u32;
            day.sentences = fit.min(drills.due);
            day.sentence_minutes = sentence_minutes;
        }
        day.spread = plan.backlog.map(|backlog| advice::of_backlog(day.left, backlog.days));
        if let Some(interview) = interview {
            let reckoned = Reckoned {
                today,
                interview,
                cards: cards.iter().map(|card| (card.card.answer_id, card.card.version)).collect(),
                new: new.iter().map(|question| question.id.clone()).collect(),
                minutes_a_day: self.settings.minutes_a_day,
                new_a_day: self.settings.new_per_day,
                retention: self.settings.retention,
            };
            let short = match self.last_shortfall.take() {
                Some((before, short)) if before == reckoned => short,
                _ => shortfall(
                    &scheduler,
                    candidates(),
                    today,
                    &DayLimits { minutes: minutes_a_day, ..limits },
                ),
            };
            self.last_shortfall = Some((reckoned, short));
            day.advice =
                short.map(|short| advice::of_shortfall(&short, self.settings.minutes_a_day, interview));
        }
        Ok(day)
    }

    /// One question for each competency that has nothing in review: never answered, not suspended. When each has, the
    /// one that would be suggested anyway.
    fn new_for_the_set(&mut self, cards: &[CardWithAnswer]) -> Result<Vec<QuestionView>, AppError> {
        if self.settings.new_per_day == 0 {
            return Ok(Vec::new());
        }
        let mut new = self.unanswered_by_competency(cards.iter().map(|card| card.competency.as_str()))?;
        if new.is_empty() {
            match self.suggest_question(&[], None) {
                Ok(suggestion) => new.push(suggestion.question),
                Err(AppError::EverythingSuspended) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(new)
    }

    /// Minutes of today's that are not spent yet.
    fn minutes_left_today(&self) -> Result<f32, AppError> {
        let today = self.today_date();
        let more = self.more_today.filter(|(day, _)| *day == today).map_or(0, |(_, minutes)| minutes);
        #[expect(clippy::cast_precision_loss, reason = "minutes of a day")]
        let all = (self.settings.minutes_a_day + more) as f32;
        Ok((all - self.minutes_spent_today()?).max(0.0))
    }

    /// Minutes of the takes of today. What was said aloud without a record left no time behind: it counts as long as it
    /// was expected to take.
    fn minutes_spent_today(&self) -> Result<f32, AppError> {
        let [.., (_, start), (_, end)] = &self.day_boundaries(1)[..] else { return Ok(0.0) };
        let measured: i64 = self.store.activity(&[*start, *end])?.iter().map(|one| one.practised_ms).sum();
        let mut said = 0.0;
        for review in self.store.reviews_between(*start, *end)? {
            let NewReview { answer_id, take_id: None, recalled: Some(true), .. } = review.logged else {
                continue;
            };
            let answer = self.store.answer(answer_id)?;
            #[expect(clippy::cast_precision_loss, reason = "minutes of a question")]
            let minutes = self.question_of(&answer).minutes as f32;
            said += minutes;
        }
        #[expect(clippy::cast_precision_loss, reason = "minutes of a day")]
        Ok(measured as f32 / 60_000.0 + said)
    }

    /// Whole minutes that were spent today beyond those of the settings.
    pub(crate) fn minutes_above_today(&self) -> Result<u32, AppError> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of a day")]
        let spent = self.minutes_spent_today()?.ceil() as u32;
        Ok(spent.saturating_sub(self.settings.minutes_a_day))
    }
}

fn candidates<'a>(
    cards: &'a [CardWithAnswer],
    memories: &'a [review::Card],
    new: &'a [QuestionView],
    stories: &'a HashMap<AnswerId, Vec<u32>>,
) -> impl Iterator<Item = Candidate<'a, Key>> {
    let told = |answer: AnswerId| stories.get(&answer).map_or(&[][..], Vec::as_slice);
    let again = cards.iter().zip(memories).enumerate().map(move |(index, (card, memory))| Candidate {
        key: Key::Card(index),
        competency: &card.competency,
        weight: competency_weight(&card.competency),
        stories: told(card.card.answer_id),
        minutes: minutes(card),
        card: Some(memory),
    });
    let first = new.iter().enumerate().map(|(index, question)| Candidate {
        key: Key::New(index),
        competency: &question.competency.id,
        weight: competency_weight(&question.competency.id),
        stories: &[],
        #[expect(clippy::cast_precision_loss, reason = "minutes of a question")]
        minutes: question.minutes as f32,
        card: None,
    });
    again.chain(first)
}
