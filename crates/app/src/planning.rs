//! Today: what is due, what is weak, and one obvious next step.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use phrasing::Kind;
use practice::trend;
use store::Take;

use crate::{
    App, AppError,
    day_plan::DayPlan,
    headline::{Plan, headline},
    marks,
    own_sentence::{findings_within, marks_of},
    reviewing::{count, whole_minutes},
    rows::{id, millis},
    view::{LastSession, NextStep, OwnSentence, PlanRow, PracticeDay, QuestionView, TodayView, Weakest},
};

/// The weakest dimension is that of so many answers.
const RECENT_ANSWERS: u32 = 10;
/// How far back the calendar looks, in days.
const CALENDAR_DAYS: u32 = 400;
/// A break longer than this ends a session.
const LONGEST_BREAK: SignedDuration = SignedDuration::from_mins(45);

impl App {
    /// What is due, what is weak, and the next step. On the first launch, only the first question.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn today(&mut self) -> Result<TodayView, AppError> {
        let day = self.today_date();
        if self.store.recent_takes(1)?.is_empty()
            && self.running()?.is_none()
            && let Some(first) = self.suggested()?
        {
            return self.first_launch(first);
        }
        let calendar = self.calendar()?;
        let practised_today = calendar.last().is_some_and(|last| last.day == day.to_string());
        let day_plan = self.day_plan()?;
        let plan = self.plan(&day_plan)?;
        let planned_minutes = plan.iter().map(|row| row.minutes).sum();
        let due = count(day_plan.again.len());
        let summary = Plan {
            resume: plan.iter().any(|row| matches!(row.step, NextStep::Resume { .. })),
            due,
            sentences: day_plan.sentences,
            new: count(plan.iter().filter(|row| matches!(row.step, NextStep::New { .. })).count()),
            minutes: planned_minutes,
            practised_today,
        };
        let days_since_first =
            match calendar.first().and_then(|first| first.day.parse::<jiff::civil::Date>().ok()) {
                Some(first) => u32::try_from((day - first).get_days()).unwrap_or(0) + 1,
                None => 0,
            };
        Ok(TodayView {
            day: day.to_string(),
            first: None,
            headline: headline(&summary),
            plan,
            planned_minutes,
            minutes_a_day: self.settings.minutes_a_day,
            due,
            advice: day_plan.advice.or(day_plan.spread),
            weakest: self.weakest()?,
            interview: self.interview()?,
            calendar,
            days_since_first,
            last_session: self.last_session()?,
        })
    }

    /// A question to practise; none when the user has suspended them all.
    fn suggested(&mut self) -> Result<Option<QuestionView>, AppError> {
        match self.suggest_question(&[], None) {
            Ok(suggestion) => Ok(Some(suggestion.question)),
            Err(AppError::EverythingSuspended) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn first_launch(&self, question: QuestionView) -> Result<TodayView, AppError> {
        Ok(TodayView {
            day: self.today_date().to_string(),
            first: Some(question),
            headline: String::new(),
            plan: Vec::new(),
            planned_minutes: 0,
            minutes_a_day: self.settings.minutes_a_day,
            due: 0,
            advice: None,
            weakest: None,
            interview: self.interview()?,
            calendar: Vec::new(),
            days_since_first: 0,
            last_session: None,
        })
    }

    /// A take that was left with words in it.
    fn running(&self) -> Result<Option<Take>, AppError> {
        Ok(self.store.running_draft()?.filter(|take| !take.text.trim().is_empty()))
    }

    fn plan(&mut self, day: &DayPlan) -> Result<Vec<PlanRow>, AppError> {
        let mut rows = Vec::new();
        if let Some(take) = self.running()? {
            let left = take.budget_ms.saturating_sub(take.elapsed_ms);
            let answer = self.store.answer(take.answer_id)?;
            rows.push(PlanRow {
                // A take from memory goes on where it is graded.
                step: match take.source {
                    store::Source::Review => NextStep::Review,
                    _ => NextStep::Resume { take_id: id(take.id.0) },
                },
                label: "Finish".to_owned(),
                detail: answer.prompt,
                minutes: left.div_ceil(60_000).max(1),
            });
        }
        if !day.again.is_empty() {
            let competencies: BTreeSet<&str> =
                day.again.iter().map(|card| card.competency.as_str()).collect();
            // With an interview ahead, some are asked before they are due.
            let answers = if self.interview_day().is_some() {
                plural(day.again.len(), "answer", "answers")
            } else {
                plural(day.again.len(), "answer due", "answers due")
            };
            rows.push(PlanRow {
                step: NextStep::Review,
                label: "Review".to_owned(),
                detail: format!("{answers}, {}", plural(competencies.len(), "competency", "competencies")),
                minutes: whole_minutes(day.minutes),
            });
        }
        if day.sentences > 0 {
            rows.push(PlanRow {
                step: NextStep::Drill,
                label: "Drill".to_owned(),
                detail: match day.sentences {
                    1 => "1 of your own sentences".to_owned(),
                    more => format!("{more} of your own sentences"),
                },
                minutes: whole_minutes(day.sentence_minutes),
            });
        }
        for question in &day.new {
            rows.push(PlanRow {
                label: "New question".to_owned(),
                detail: question.competency.label.clone(),
                minutes: question.minutes,
                step: NextStep::New { question: Box::new(question.clone()) },
            });
        }
        Ok(rows)
    }

    /// Questions answered for the first time today.
    pub(crate) fn new_today(&self) -> Result<u32, AppError> {
        let today = self.today_date();
        let mut new = 0;
        for take in self.store.recent_takes(50)? {
            if take.ordinal == 1 && take.finished_at.is_some_and(|at| self.day_of(at) == today) {
                new += 1;
            }
        }
        Ok(new)
    }

    /// Minutes practised by day, for the days of the last year with practice.
    pub(crate) fn calendar(&self) -> Result<Vec<PracticeDay>, AppError> {
        let boundaries = self.day_boundaries(CALENDAR_DAYS);
        let instants: Vec<_> = boundaries.iter().map(|(_, start)| *start).collect();
        let activity = self.store.activity(&instants)?;
        Ok(boundaries
            .iter()
            .zip(activity)
            .filter(|(_, activity)| activity.takes > 0)
            .map(|((day, _), activity)| PracticeDay {
                day: day.to_string(),
                minutes: u32::try_from(activity.practised_ms / 60_000).unwrap_or(0).max(1),
            })
            .collect())
    }

    fn last_session(&self) -> Result<Option<LastSession>, AppError> {
        let Some(session) = self.store.session_before(self.clock.now(), LONGEST_BREAK)? else {
            return Ok(None);
        };
        let before = self.store.session_before(session.started_at, LONGEST_BREAK)?;
        Ok(Some(LastSession {
            day: self.day_of(session.ended_at).to_string(),
            minutes: u32::try_from(session.practised_ms / 60_000).unwrap_or(0).max(1),
            reviewed: session.reviewed,
            new: session.new,
            coordination_before: before.as_ref().and_then(coordination),
            coordination: coordination(&session),
        }))
    }

    /// The weakest dimension of the last answers, by the stored scores.
    pub(crate) fn weakest_dimension(&self) -> Result<Option<trend::Weakest>, AppError> {
        let mut takes = self.store.recent_takes(RECENT_ANSWERS)?;
        takes.reverse();
        let scores: Vec<Vec<(&str, Option<u8>)>> = takes
            .iter()
            .filter_map(|take| take.scored.scores.as_ref())
            .map(|scores| {
                scores.iter().map(|(dimension, score)| (dimension.as_str(), Some(*score))).collect()
            })
            .collect();
        let scores: Vec<&[(&str, Option<u8>)]> = scores.iter().map(Vec::as_slice).collect();
        Ok(trend::weakest(&scores, RECENT_ANSWERS as usize))
    }

    fn weakest(&self) -> Result<Option<Weakest>, AppError> {
        let Some(weakest) = self.weakest_dimension()? else { return Ok(None) };
        let Some(dimension) =
            phrasing::Dimension::ALL.into_iter().find(|dimension| dimension.as_str() == weakest.dimension)
        else {
            return Ok(None);
        };
        let mut sentence = None;
        for take in self.store.recent_takes(RECENT_ANSWERS)? {
            sentence = self.weak_sentence(&take, dimension)?;
            if sentence.is_some() {
                break;
            }
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a score from 0 to 100")]
        let score = weakest.mean.round() as u32;
        Ok(Some(Weakest {
            dimension: marks::dimension(dimension),
            score,
            answers: count(weakest.answers),
            sentence,
        }))
    }

    /// A sentence of a take that is weak in a dimension, with its marks.
    fn weak_sentence(
        &self,
        take: &Take,
        dimension: phrasing::Dimension,
    ) -> Result<Option<OwnSentence>, AppError> {
        let answer = self.store.answer(take.answer_id)?;
        let check = self.check_now(take, &self.question_of(&answer))?;
        let weak =
            |finding: &&phrasing::Finding| finding.kind == Kind::Weak && finding.dimension == dimension;
        let Some(finding) = check.findings.iter().find(weak) else { return Ok(None) };
        let ask = finding.ask.to_string();
        let Some(sentence) = check.sentences.iter().find(|sentence| sentence.span.contains(finding.span))
        else {
            return Ok(None);
        };
        let text = sentence.span.of(&take.text).to_owned();
        let marks = marks_of(&text, findings_within(&check, sentence.span));
        Ok(Some(OwnSentence {
            take_id: id(take.id.0),
            text,
            marks,
            ask,
            finished_at: millis(take.finished_at.unwrap_or(take.saved_at)),
        }))
    }
}

fn plural(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// Coordination findings per 100 words, to one decimal.
fn coordination(session: &store::Session) -> Option<f32> {
    #[expect(clippy::cast_possible_truncation, reason = "one decimal of a small number")]
    let per_hundred =
        |weak: u32, words: u32| ((f64::from(weak) * 1000.0 / f64::from(words)).round() / 10.0) as f32;
    (session.words > 0).then(|| per_hundred(session.weak, session.words))
}
