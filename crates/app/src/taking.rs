//! A take: starting it, saving every keystroke, finishing it, putting it away.

use std::{collections::BTreeMap, time::Duration};

use phrasing::{Check, Kind, Language};
use practice::{Edit, Revision};
use store::{
    Answer, Counts, Finish, Medium, NewAnswer, NewReview, NewTake, Scored, Source, StoreError, Take, TakeId,
    Tx,
};

use crate::{
    App, AppError,
    checking::{ENOUGH_WORDS, check_text},
    questions::{mode_name, question_view},
    rows::{draft, id, millis, source, take_id},
    view::{CheckView, DraftEdit, DraftSaved, QuestionView, Reminders, RunningTake, TakeSource},
};

impl App {
    /// Starts a take, or goes on with the one that is running on that question.
    ///
    /// # Errors
    /// [`AppError::NoSuchQuestion`], or the store's.
    pub fn start_take(&mut self, question_id: &str) -> Result<RunningTake, AppError> {
        let question = question_view(self.bank_question(question_id)?);
        let now = self.clock.now();
        let take = self.store.write(|tx| {
            let answer = answer_to(tx, &question, now)?;
            match tx.draft_of(answer)? {
                Some(take) => Ok::<_, AppError>(take),
                None => Ok(tx.insert_take(&new_take(answer, Source::Practice, question.minutes), now)?),
            }
        })?;
        self.running_view(&take)
    }

    /// A running take as it is saved.
    ///
    /// # Errors
    /// When there is no such take, or it is not running any more.
    pub fn running_take(&mut self, take: u32) -> Result<RunningTake, AppError> {
        let take = self.store.take(take_id(take))?;
        outside_mocks(&take)?;
        if take.state != store::TakeState::Draft {
            return Err(StoreError::NotADraft { take: take.id, state: take.state }.into());
        }
        self.running_view(&take)
    }

    /// Saves what is typed so far.
    ///
    /// # Errors
    /// Stale when somebody else saved meanwhile, too long past the limit, or the store's.
    pub fn save_draft(&mut self, edit: &DraftEdit) -> Result<DraftSaved, AppError> {
        let now = self.clock.now();
        let revision = self.store.write(|tx| save(tx, edit, now))?;
        Ok(DraftSaved { revision, saved_at: millis(now) })
    }

    /// Ends a take and checks it.
    ///
    /// # Errors
    /// [`practice::PracticeError::EmptyAnswer`], or those of [`save_draft`](App::save_draft). The draft is then as it was.
    pub fn finish_take(&mut self, edit: &DraftEdit) -> Result<CheckView, AppError> {
        let take = self.finish(edit)?;
        self.back_up_if_due();
        self.check_of(&take)
    }

    /// Ends a take: one transaction for text, scores and the log of performances.
    pub(crate) fn finish(&mut self, edit: &DraftEdit) -> Result<Take, AppError> {
        let now = self.clock.now();
        let today = self.today_date();
        let before = self.store.take(take_id(edit.take_id))?;
        let answer = self.store.answer(before.answer_id)?;
        let question = self.question_of(&answer);
        let check = check_text(&self.checker, &edit.text, question.mode, self.settings.level, &[]);
        let scored = scored(&check);
        self.store.write(|tx| {
            let revision = save(tx, edit, now)?;
            finish_draft(tx, before.id, revision, scored, now, today)
        })
    }

    /// Puts a running take away.
    ///
    /// # Errors
    /// When there is no such take.
    pub fn discard_take(&mut self, take: u32) -> Result<(), AppError> {
        self.store.write(|tx| {
            let take = tx.take(take_id(take))?;
            if take.state == store::TakeState::Draft {
                outside_mocks(&take)?;
            }
            Ok(tx.discard_take(take.id)?)
        })
    }

    /// Brings a discarded take back.
    ///
    /// # Errors
    /// When it was not discarded, or another take of the answer is running.
    pub fn restore_take(&mut self, take: u32) -> Result<RunningTake, AppError> {
        let take = take_id(take);
        self.store.write(|tx| tx.undiscard_take(take))?;
        let take = self.store.take(take)?;
        self.running_view(&take)
    }

    pub(crate) fn running_view(&self, take: &Take) -> Result<RunningTake, AppError> {
        let answer = self.store.answer(take.answer_id)?;
        let question = self.question_of(&answer);
        let reviews = self.store.reviews_of(answer.id)?;
        let finished = self.finished_takes(&answer)?;
        let reminders = match source(take.source) {
            TakeSource::Practice => {
                finished.last().map(|last| self.reminders(last, &question)).transpose()?
            }
            _ => None,
        };
        Ok(RunningTake {
            id: id(take.id.0),
            answer_id: id(take.answer_id.0),
            ordinal: take.ordinal,
            source: source(take.source),
            question,
            text: take.text.clone(),
            revision: take.revision,
            elapsed_ms: take.elapsed_ms,
            budget_ms: take.budget_ms,
            reminders,
            times_before: u32::try_from(finished.len()).unwrap_or(u32::MAX),
            last_day: reviews
                .last()
                .map(|review| review.logged.day)
                .or_else(|| finished.last().and_then(|take| take.finished_at).map(|at| self.day_of(at)))
                .map(|day| day.to_string()),
        })
    }

    /// Finished takes of an answer, oldest first.
    pub(crate) fn finished_takes(&self, answer: &Answer) -> Result<Vec<Take>, AppError> {
        let takes = self.store.takes_of(answer.id)?;
        Ok(takes.into_iter().filter(|take| take.state == store::TakeState::Finished).collect())
    }

    fn reminders(&self, take: &Take, question: &QuestionView) -> Result<Reminders, AppError> {
        let check = self.check_now(take, question)?;
        Ok(Reminders {
            ordinal: take.ordinal,
            score: take.scored.score.map(u32::from),
            asks: check.fixes.iter().map(|fix| fix.ask.to_string()).collect(),
        })
    }
}

/// A new, empty, typed take.
pub(crate) fn new_take(answer_id: store::AnswerId, source: Source, minutes: u32) -> NewTake<'static> {
    NewTake { answer_id, medium: Medium::Typed, source, text: "", budget_ms: minutes.saturating_mul(60_000) }
}

/// The thread of takes on a question; begins it when there is none outside the trash.
pub(crate) fn answer_to(
    tx: &Tx<'_>,
    question: &QuestionView,
    now: jiff::Timestamp,
) -> Result<store::AnswerId, StoreError> {
    match tx.answer_by_question(&question.id)? {
        Some(answer) => Ok(answer.id),
        None => tx.insert_answer(
            &NewAnswer {
                question_id: &question.id,
                prompt: &question.prompt,
                competency: &question.competency.id,
                level: &question.level,
                mode: mode_name(question.mode),
            },
            now,
        ),
    }
}

/// A draft of a mock interview is written to there, and nowhere else.
fn outside_mocks(take: &Take) -> Result<(), AppError> {
    match (take.source, take.state) {
        (Source::Mock, store::TakeState::Draft) => Err(AppError::InAMock),
        _ => Ok(()),
    }
}

fn save(tx: &Tx<'_>, edit: &DraftEdit, now: jiff::Timestamp) -> Result<u32, AppError> {
    outside_mocks(&tx.take(take_id(edit.take_id))?)?;
    save_words(tx, edit, now)
}

/// Loads the draft, lets it take the edit over, and stores it. Returns its revision.
pub(crate) fn save_words(tx: &Tx<'_>, edit: &DraftEdit, now: jiff::Timestamp) -> Result<u32, AppError> {
    let stored = tx.take(take_id(edit.take_id))?;
    if stored.state != store::TakeState::Draft {
        return Err(StoreError::NotADraft { take: stored.id, state: stored.state }.into());
    }
    let mut draft = draft(&stored);
    let next = draft.save(Edit {
        revision: Revision(u64::from(edit.revision)),
        text: edit.text.clone(),
        elapsed: Duration::from_millis(u64::from(edit.elapsed_ms)),
    })?;
    if next == Revision(u64::from(stored.revision)) {
        // The same edit again, because its acknowledgement was lost.
        return Ok(stored.revision);
    }
    let elapsed = u32::try_from(draft.elapsed().as_millis()).unwrap_or(u32::MAX);
    Ok(tx.save_draft(stored.id, stored.revision, draft.text(), elapsed, now)?)
}

/// Ends a draft as it is saved, with what the check made of its words, and logs the performance of an answer that is in
/// review.
pub(crate) fn finish_draft(
    tx: &Tx<'_>,
    take: TakeId,
    revision: u32,
    scored: Scored,
    now: jiff::Timestamp,
    today: jiff::civil::Date,
) -> Result<Take, AppError> {
    let saved = tx.take(take)?;
    draft(&saved).finish(Revision(u64::from(revision)))?;
    let finish = Finish { text: &saved.text, elapsed_ms: saved.elapsed_ms, scored };
    tx.finish_take(saved.id, revision, &finish, now)?;
    // A performance in review is logged with its grade; any other one here.
    if saved.source != Source::Review && tx.card(saved.answer_id)?.is_some() {
        tx.append_review(&NewReview {
            answer_id: saved.answer_id,
            take_id: Some(saved.id),
            at: now,
            day: today,
            grade: None,
            suggested: None,
            recalled: None,
            points_back: None,
            points_total: None,
            elapsed_days: 0,
            source: saved.source,
            retrievability: None,
            card_before: None,
            card_after: None,
        })?;
    }
    Ok(tx.take(saved.id)?)
}

/// What the store keeps of a check, so that lists and trends need not check again.
pub(crate) fn scored(check: &Check) -> Scored {
    let count = |kind: Kind| {
        u32::try_from(check.findings.iter().filter(|finding| finding.kind == kind).count())
            .unwrap_or(u32::MAX)
    };
    let scorable = check.language == Language::English && check.words >= ENOUGH_WORDS;
    let scores: BTreeMap<String, u8> = phrasing::Dimension::ALL
        .into_iter()
        .filter(|dimension| *check.probed.of(*dimension))
        .map(|dimension| (dimension.as_str().to_owned(), check.scores.get(dimension)))
        .collect();
    Scored {
        words: Some(u32::try_from(check.words).unwrap_or(u32::MAX)),
        score: scorable.then_some(check.scores.overall),
        scores: scorable.then_some(scores),
        counts: Some(Counts {
            strong: count(Kind::Strong),
            weak: count(Kind::Weak),
            hidden: count(Kind::HiddenActor),
            hedge: count(Kind::Hedge),
            filler: count(Kind::Filler),
            missing: u32::try_from(check.missing.len()).unwrap_or(u32::MAX),
        }),
        rules_version: Some(env!("CARGO_PKG_VERSION").to_owned()),
    }
}
