//! The Progress room: what has changed over weeks, from the user's own answers.
//!
//! - [`periods`] which days, weeks or months a range has
//! - [`points`] what is drawn of each, and each dimension over them
//! - [`headline`] what the figures say, or what they lack
//! - [`review_ahead`] minutes of review to come, and how well was remembered
//! - [`step`] what to practise next

mod headline;
mod periods;
mod points;
mod review_ahead;
mod step;

use jiff::{Timestamp, civil::Date};
use question_bank::{Competency, Dimension};

use self::{
    headline::Compared,
    periods::{Periods, periods},
};
use crate::{
    App, AppError,
    questions::{competency_view, dimension_view},
    view::{BestByCompetency, ProgressRange, ProgressView},
};

impl App {
    /// The figures of a range. They tell of what was practised, so an answer that is in the trash by now counts still.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn progress(&mut self, range: ProgressRange) -> Result<ProgressView, AppError> {
        let today = self.today_date();
        let first = self.store.first_finished_at()?.map(|at| self.day_of(at));
        let Periods { length, bounds } = periods(range, today, first);
        let starts = self.starts(&bounds);
        let figures = self.store.figures(&starts)?;
        let dimensions = points::trends(&figures);
        let compared = headline::ends(&figures, length).map(|(first, last)| Compared {
            first,
            last,
            lowest: headline::lowest(&dimensions),
        });
        let in_range: u32 = figures.iter().map(|period| period.takes).sum();

        let answers = self.store.list_answers(&store::AnswerFilter::default())?.rows;
        let lowest = dimensions.iter().find(|trend| trend.lowest).map(|trend| trend.dimension);
        let lowest =
            Dimension::ALL.iter().copied().find(|dimension| Some(dimension_view(*dimension)) == lowest);
        let (from, to) = starts.first().zip(starts.last()).map_or_else(Default::default, |(a, b)| (*a, *b));
        Ok(ProgressView {
            range,
            period: length,
            takes: self.store.finished_takes()?,
            headline: compared.as_ref().map(headline::headline),
            too_few: compared.is_none().then(|| headline::too_few(in_range, range, length)),
            points: points::points(&bounds, &figures, today),
            spoken: figures.iter().any(|period| period.spoken_words > 0),
            forecast: self.review_ahead(from, to)?,
            best: self.best(&answers, today)?,
            calendar: self.calendar()?,
            step: lowest.map(|lowest| self.next_by_figures(lowest, &answers)).transpose()?.flatten(),
            dimensions,
        })
    }

    /// The instants at which days start; none at all at the very ends of the calendar, where some have none.
    fn starts(&self, days: &[Date]) -> Vec<Timestamp> {
        days.iter().map(|day| self.start_of_day(*day)).collect::<Option<_>>().unwrap_or_default()
    }

    /// The best answer of every competency: those without one first, then the lowest.
    fn best(&self, answers: &[store::AnswerRow], today: Date) -> Result<Vec<BestByCompetency>, AppError> {
        let on = self.interviews_to_come().first().map_or(today, |(day, _)| *day);
        let known = self.best_by_competency(answers, on)?;
        let mut best: Vec<BestByCompetency> = Competency::ALL
            .iter()
            .map(|competency| {
                let known = known.get(competency.as_str());
                BestByCompetency {
                    competency: competency_view(competency.as_str()),
                    score: known.map(|known| u32::from(known.score)),
                    ready: known.is_some_and(|known| known.ready),
                }
            })
            .collect();
        best.sort_by_key(|best| best.score);
        Ok(best)
    }
}
