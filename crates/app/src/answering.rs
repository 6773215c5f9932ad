//! The Answers room: the list with its filters, stars, the trash.

use std::collections::BTreeSet;

use jiff::Span;

use crate::{
    App, AppError,
    finding::snippet,
    questions::competency_view,
    rows::{answer_id, id, medium, millis},
    view::{AnswerFilter, AnswerList, AnswerRow, AnswerSort},
};

impl App {
    /// The answers that match.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn answers(&mut self, filter: &AnswerFilter) -> Result<AnswerList, AppError> {
        let score = |score: Option<u32>| score.map(|score| u8::try_from(score).unwrap_or(u8::MAX));
        let searching = !filter.query.trim().is_empty();
        let found = self.store.list_answers(&store::AnswerFilter {
            query: searching.then(|| filter.query.clone()),
            competency: filter.competency.clone(),
            min_score: score(filter.min_score),
            max_score: score(filter.max_score),
            starred: filter.starred,
            trashed: filter.trashed,
            from: filter.days.and_then(|days| self.days_ago(days)),
            sort: match filter.sort {
                AnswerSort::Newest if searching => store::AnswerSort::Relevance,
                AnswerSort::Newest => store::AnswerSort::Newest,
                AnswerSort::Oldest => store::AnswerSort::Oldest,
                AnswerSort::Lowest => store::AnswerSort::LowestScore,
                AnswerSort::Highest => store::AnswerSort::HighestScore,
            },
            ..store::AnswerFilter::default()
        })?;
        let kept = self.store.list_answers(&store::AnswerFilter::default())?;
        let trashed = store::AnswerFilter { trashed: true, ..store::AnswerFilter::default() };
        let competencies: BTreeSet<&str> = kept.rows.iter().map(|row| row.competency.as_str()).collect();
        Ok(AnswerList {
            total: kept.total,
            trashed: self.store.list_answers(&trashed)?.total,
            competencies: competencies.into_iter().map(competency_view).collect(),
            rows: found.rows.into_iter().map(|row| self.answer_row(row)).collect::<Result<_, _>>()?,
        })
    }

    /// The take to open is the one that matched, else the latest.
    fn answer_row(&self, row: store::AnswerRow) -> Result<AnswerRow, AppError> {
        let matched = match &row.found {
            Some(hit) if hit.take_id != row.latest.id => Some(self.store.take(hit.take_id)?),
            _ => None,
        };
        let shown = match &matched {
            Some(take) => store::LatestTake {
                id: take.id,
                medium: take.medium,
                source: take.source,
                elapsed_ms: take.elapsed_ms,
                words: take.scored.words,
                score: take.scored.score,
                finished_at: take.finished_at.unwrap_or(take.saved_at),
            },
            None => row.latest,
        };
        Ok(AnswerRow {
            id: id(row.id.0),
            version: row.version,
            prompt: row.prompt,
            competency: competency_view(&row.competency),
            take_id: id(shown.id.0),
            takes: row.takes,
            score: shown.score.map(u32::from),
            medium: medium(shown.medium),
            words: shown.words.unwrap_or(0),
            elapsed_ms: shown.elapsed_ms,
            finished_at: millis(shown.finished_at),
            starred: row.starred,
            snippet: row.found.map(|hit| snippet(&hit.text)),
        })
    }

    fn days_ago(&self, days: u32) -> Option<jiff::Timestamp> {
        let boundaries = self.day_boundaries(days.max(1));
        boundaries
            .first()
            .map(|(_, start)| *start)
            .or_else(|| self.clock.now().checked_sub(Span::new().hours(24)).ok())
    }

    /// Stars an answer, or not.
    ///
    /// # Errors
    /// When there is no such answer.
    pub fn star(&mut self, answer: u32, on: bool) -> Result<(), AppError> {
        let now = self.clock.now();
        Ok(self.store.write(|tx| tx.set_starred(answer_id(answer), on, now))?)
    }

    /// Moves an answer to the trash. Twice is once.
    ///
    /// # Errors
    /// When there is no such answer.
    pub fn trash(&mut self, answer: u32) -> Result<(), AppError> {
        let now = self.clock.now();
        self.store.write(|tx| {
            let current = tx.answer(answer_id(answer))?;
            match current.trashed_at {
                Some(_) => Ok(()),
                None => tx.trash(current.id, current.version, now).map(drop),
            }
        })?;
        self.back_up_if_due();
        Ok(())
    }

    /// Brings an answer back from the trash.
    ///
    /// # Errors
    /// When the question has been answered anew since, or there is no such answer.
    pub fn untrash(&mut self, answer: u32) -> Result<(), AppError> {
        let now = self.clock.now();
        self.store.write(|tx| {
            let current = tx.answer(answer_id(answer))?;
            tx.restore(current.id, current.version, now).map(drop)
        })?;
        Ok(())
    }

    /// Deletes a trashed answer and all its takes. An answer that is not in the trash is left alone.
    ///
    /// # Errors
    /// When there is no such answer, or it is not in the trash.
    pub fn delete_forever(&mut self, answer: u32) -> Result<(), AppError> {
        self.store.write(|tx| {
            let current = tx.answer(answer_id(answer))?;
            if current.trashed_at.is_none() {
                return Err(AppError::NotInTrash);
            }
            Ok(tx.delete_forever(current.id, current.version)?)
        })
    }
}
