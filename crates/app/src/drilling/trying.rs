//! A try judged, stored and scheduled.
//!
//! The schedule is that of review: a try that does not pass is Again and comes back the same day (several failures of a
//! day are one lapse), one that passes is Good, or Hard when it took more than one try that day. What would still close
//! it is advice and does not count against it.

use review::Grade;
use store::{Answer, Drill, DrillId, NewTry, Row, StoreError, Take};

use crate::{
    App, AppError,
    rows::id,
    view::{DrillChecked, DrillTry},
};

use super::rationing::{drill_card, scheduled};

impl App {
    /// Checks a try and stores it; the drill gets its next day.
    ///
    /// # Errors
    /// Stale when the drill changed since the window saw it; [`practice::PracticeError`] for words that are none, or too
    /// many; [`AppError::NotEnglish`]; [`AppError::SentenceInTrash`].
    pub fn check_drill(&mut self, said: &DrillTry) -> Result<DrillChecked, AppError> {
        let words = practice::drill::said(&said.text)?;
        let now = self.clock.now();
        let today = self.today_date();
        let scheduler = self.scheduler()?;
        let (drill, take, answer) = self.drill_with_answer(DrillId(i64::from(said.drill_id)))?;
        expect_version(&drill, said.version)?;
        let heard = self.hear(&drill, &take, &answer, &said.text)?;
        let (log_id, after) = self.store.write(|tx| {
            let before = tx.drill(drill.id)?;
            expect_version(&before, said.version)?;
            let failed_today =
                tx.tries_on(today)?.iter().any(|one| one.logged.drill_id == drill.id && !one.logged.passed);
            let grade = match (heard.passed, failed_today) {
                (true, false) => Grade::Good,
                (true, true) => Grade::Hard,
                (false, _) => Grade::Again,
            };
            let outcome = scheduler.grade(&drill_card(&before), grade, today);
            let mut changed = scheduled(&before, &outcome.card);
            if heard.passed {
                changed.passed = Some(words.clone());
            }
            let after = tx.update_drill(&changed, before.version)?;
            let log_id = tx.append_try(&NewTry {
                drill_id: drill.id,
                at: now,
                day: today,
                said: words,
                passed: heard.passed,
                grade: grade.number(),
                elapsed_days: outcome.elapsed_days,
                retrievability: outcome.retrievability_before.map(f64::from),
                before,
                after: after.clone(),
            })?;
            Ok::<_, AppError>((log_id, after))
        })?;
        self.back_up_if_due();
        Ok(DrillChecked {
            log_id: id(log_id.0),
            version: after.version,
            passed: heard.passed,
            reason: heard.reason,
            marks: heard.marks,
            there: heard.there,
            missing: heard.missing,
            figures: heard.figures,
            due_day: after.due_day.to_string(),
            can_be_put: self.place_in_latest(&drill, &answer)?.is_some(),
        })
    }

    /// A drill with the take and the answer it is from, which are not in the trash.
    pub(super) fn drill_with_answer(&self, drill: DrillId) -> Result<(Drill, Take, Answer), AppError> {
        let drill = self.store.drill(drill)?;
        let take = self.store.take(drill.take_id)?;
        let answer = self.store.answer(take.answer_id)?;
        match answer.trashed_at {
            Some(_) => Err(AppError::SentenceInTrash),
            None => Ok((drill, take, answer)),
        }
    }
}

fn expect_version(drill: &Drill, expected: u32) -> Result<(), StoreError> {
    match drill.version {
        found if found == expected => Ok(()),
        found => Err(StoreError::Stale { row: Row::Drill, expected, found }),
    }
}
